namespace TranscribeConsole.Transcripts.Json.Reading;

/// <summary>The transcript file, written as it is built: member by member, with where each value goes.</summary>
internal static class TranscriptShape
{
    private const string CallAnalytics =
        "This is the output of a Call Analytics job, which is another format. Only transcripts of standard transcription jobs can be read.";

    private static readonly JsonShape Redactions = new ListShape(new ObjectShape(
        [
            ("confidence", new NumberShape((d, v) => d.Current.Redaction = d.Current.Redaction with { Confidence = v })),
            ("type", new TextShape((d, v) => d.Current.Redaction = d.Current.Redaction with { Type = d.Shared(v) })),
            ("category", new TextShape((d, v) => d.Current.Redaction = d.Current.Redaction with { Category = d.Shared(v) })),
        ],
        Begin: d => d.Current.Redaction = default,
        End: d => d.Current.EndRedaction()));

    private static readonly JsonShape Alternatives = new ListShape(new ObjectShape(
        [
            ("confidence", new NumberShape((d, v) => { if (d.Current.IsBest) d.Current.Item.Confidence = v; })),
            ("content", new TextShape((d, v) => { if (d.Current.IsBest) d.Current.Item.Content = d.Contents.Add(v); })),
            ("redactions", Redactions),
        ],
        Begin: d => d.Current.BeginAlternative()));

    // Items of the transcript and of channels have alternatives; those of an alternative segment have content and confidence themselves.
    private static readonly JsonShape Item = new ObjectShape(
        [
            ("id", new WholeNumberShape((d, v) => d.Current.SetId(v))),
            ("type", new TextShape((d, v) => d.Current.SetType(v))),
            ("alternatives", Alternatives),
            ("start_time", new TimeShape((d, v) => d.Current.Item.StartMilliseconds = v)),
            ("end_time", new TimeShape((d, v) => d.Current.Item.EndMilliseconds = v)),
            ("confidence", new NumberShape((d, v) => d.Current.Item.Confidence = v)),
            ("content", new TextShape((d, v) => d.Current.Item.Content = d.Contents.Add(v))),
            ("speaker_label", new TextShape((d, v) => d.Current.Item.Speaker = d.Label(v))),
            ("channel_label", new TextShape((d, v) => d.Current.Item.Channel = d.Label(v))),
            ("language_code", new TextShape((d, v) => d.Current.Item.Language = d.Label(v))),
            ("vocabularyFilterMatch", new FlagShape((d, v) => d.Current.Item.VocabularyFilterMatch = v)),
            ("redactions", Redactions),
        ],
        Begin: d => d.Current.BeginItem(),
        End: d => d.Current.EndItem());

    private static readonly JsonShape AudioSegments = new ListShape(
        new ObjectShape(
            [
                ("id", new WholeNumberShape((d, v) => d.Segment.Id = v)),
                ("transcript", new TextShape((d, v) => d.Segment.Text = v.ToString())),
                ("start_time", new TimeShape((d, v) => d.Segment.Start = v)),
                ("end_time", new TimeShape((d, v) => d.Segment.End = v)),
                ("items", new ListShape(new WholeNumberShape((d, v) => d.AudioSegmentItems.Add(v)))),
                ("speaker_label", new TextShape((d, v) => d.Segment.Speaker = d.Shared(v))),
                ("channel_label", new TextShape((d, v) => d.Segment.Channel = d.Shared(v))),
                ("language_code", new TextShape((d, v) => d.Segment.Language = d.Shared(v))),
            ],
            Begin: d => d.Segment = new SegmentDraft { Id = d.AudioSegments!.Count, First = d.AudioSegmentItems.Count },
            End: d => d.EndAudioSegment()),
        Begin: d => d.BeginAudioSegments());

    private static readonly JsonShape SpeakerLabels = new ObjectShape(
        [
            ("channel_label", new TextShape((d, v) => d.Speakers!.ChannelLabel = d.Shared(v))),
            ("speakers", new WholeNumberShape((d, v) => d.Speakers!.Count = v)),
            ("segments", new ListShape(new ObjectShape(
                [
                    ("start_time", new TimeShape((d, v) => d.Segment.Start = v)),
                    ("end_time", new TimeShape((d, v) => d.Segment.End = v)),
                    ("speaker_label", new TextShape((d, v) => d.Segment.Speaker = d.Shared(v))),
                    ("items", new ListShape(new ObjectShape(
                        [
                            ("start_time", new TimeShape((d, v) => d.Speakers!.Start = v)),
                            ("end_time", new TimeShape((d, v) => d.Speakers!.End = v)),
                            ("speaker_label", new TextShape((d, v) => d.Speakers!.Label = d.Shared(v))),
                        ],
                        Begin: d => d.Speakers!.BeginItem(),
                        End: d => d.Speakers!.EndItem()))),
                ],
                Begin: d => d.Segment = new SegmentDraft { First = d.Speakers!.Items.Count },
                End: d => d.Speakers!.EndSegment(d.Segment)))),
        ],
        Begin: d => d.Speakers = new SpeakersDraft());

    private static readonly JsonShape ChannelLabels = new ObjectShape(
        [
            ("channels", new ListShape(
                new ObjectShape(
                    [
                        ("channel_label", new TextShape((d, v) => d.Segment.Channel = d.Shared(v))),
                        ("items", new ListShape(Item)),
                    ],
                    Begin: d => d.Segment = new SegmentDraft { First = d.ChannelItems.Items.Count },
                    End: d => d.EndChannel()))),
            ("number_of_channels", new WholeNumberShape((d, v) => d.NumberOfChannels = v)),
        ],
        Begin: d => d.BeginChannelLabels(),
        End: d => d.Current = d.Items);

    private static readonly JsonShape Segments = new ListShape(
        new ObjectShape(
            [
                ("start_time", new TimeShape((d, v) => d.Segment.Start = v)),
                ("end_time", new TimeShape((d, v) => d.Segment.End = v)),
                ("channel_label", new TextShape((d, v) => d.Segment.Channel = d.Shared(v))),
                ("alternatives", new ListShape(new ObjectShape(
                    [
                        ("transcript", new TextShape((d, v) => d.Reading = d.Reading with { Text = v.ToString() })),
                        ("items", new ListShape(Item)),
                    ],
                    Begin: d => d.Reading = new ReadingDraft("", d.AlternativeItems.Items.Count, 0),
                    End: d => d.EndReading()))),
            ],
            Begin: d => d.BeginAlternativesSegment(),
            End: d => d.EndAlternativesSegment()),
        Begin: d => d.BeginSegments());

    private static readonly JsonShape LanguageIdentification = new ListShape(
        new ObjectShape(
            [
                ("score", new NumberShape((d, v) => d.Language = d.Language with { Number = v })),
                ("code", new TextShape((d, v) => d.Language = d.Language with { Code = d.Shared(v) })),
            ],
            Begin: d => d.Language = default,
            End: d => d.LanguageIdentification!.Add(new LanguageScore(d.Language.Code ?? "", d.Language.Number))),
        Begin: d => d.LanguageIdentification = []);

    private static readonly JsonShape LanguageCodes = new ListShape(
        new ObjectShape(
            [
                ("language_code", new TextShape((d, v) => d.Language = d.Language with { Code = d.Shared(v) })),
                ("duration_in_seconds", new NumberShape((d, v) => d.Language = d.Language with { Number = v })),
            ],
            Begin: d => d.Language = default,
            End: d => d.LanguageCodes!.Add(new LanguageDuration(d.Language.Code ?? "", d.Language.Number))),
        Begin: d => d.LanguageCodes = []);

    private static readonly JsonShape ToxicityDetection = new ListShape(
        new ObjectShape(
            [
                ("text", new TextShape((d, v) => d.Segment.Text = v.ToString())),
                ("toxicity", new NumberShape((d, v) => d.Toxicity = v)),
                ("categories", new ObjectShape(
                    [], Others: new NumberShape((d, v) => d.ToxicityCategories.Add(new(d.Shared(d.MemberName), v))))),
                ("start_time", new TimeShape((d, v) => d.Segment.Start = v)),
                ("end_time", new TimeShape((d, v) => d.Segment.End = v)),
            ],
            Begin: d => d.BeginToxicSegment(),
            End: d => d.EndToxicSegment()),
        Begin: d => d.ToxicityDetection = []);

    public static readonly JsonShape Document = new ObjectShape(
        [
            ("jobName", new TextShape((d, v) => d.JobName = v.ToString())),
            ("accountId", new TextShape((d, v) => d.AccountId = v.ToString())),
            ("status", new TextShape((d, v) => d.Status = v.ToString())),
            ("isRedacted", new FlagShape((d, v) => d.IsRedacted = v)),
            ("results", new ObjectShape(
                [
                    ("transcripts", new ListShape(new ObjectShape(
                        [("transcript", new TextShape((d, v) => d.Text ??= v.ToString()))]))),
                    ("items", new ListShape(Item, Begin: d => d.Items.Clear())),
                    ("audio_segments", AudioSegments),
                    ("speaker_labels", SpeakerLabels),
                    ("channel_labels", ChannelLabels),
                    ("segments", Segments),
                    ("language_code", new TextShape((d, v) => d.LanguageCode = v.ToString())),
                    ("language_identification", LanguageIdentification),
                    ("language_codes", LanguageCodes),
                    ("toxicity_detection", ToxicityDetection),
                ],
                Begin: d => d.HasResults = true)),
            ("Participants", new ForeignShape(CallAnalytics)),
            ("ConversationCharacteristics", new ForeignShape(CallAnalytics)),
            ("Transcript", new ForeignShape(CallAnalytics)),
        ]);
}
