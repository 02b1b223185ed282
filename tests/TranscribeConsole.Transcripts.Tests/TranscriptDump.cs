using System.Globalization;
using System.Text;

namespace TranscribeConsole.Transcripts.Tests;

/// <summary>Everything a transcript says, line by line, so that two can be compared and a difference read.</summary>
internal static class TranscriptDump
{
    public static string Of(Transcript t)
    {
        var text = new StringBuilder();
        void Line(FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
        void Items(ItemList items)
        {
            foreach (var i in items)
                Line($"  {i.Id} {i.Type} '{i.Content}' {i.Start} {i.End} {i.Confidence} {i.SpeakerLabel} {i.ChannelLabel} {i.LanguageCode} {i.VocabularyFilterMatch} {string.Join(',', i.Redactions)}");
        }

        Line($"{t.JobName} {t.AccountId} {t.Status} {t.IsRedacted} {t.LanguageCode} {t.Duration} '{t.Text}'");
        Items(t.Items);
        Line($"audio segments {t.AudioSegments?.Count}");
        foreach (var s in t.AudioSegments ?? [])
            Line($"  {s.Id} '{s.Transcript}' {s.Start} {s.End} {s.SpeakerLabel} {s.ChannelLabel} {s.LanguageCode} [{string.Join(',', s.Items.ToArray())}]");
        Line($"speakers {t.SpeakerLabels?.Speakers} {t.SpeakerLabels?.ChannelLabel} {t.SpeakerLabels?.Segments.Count}");
        foreach (var s in t.SpeakerLabels?.Segments ?? []) Line($"  {s.Start} {s.End} {s.SpeakerLabel} {string.Join(',', s.Items.ToArray())}");
        Line($"channels {t.ChannelLabels?.NumberOfChannels}");
        foreach (var c in t.ChannelLabels?.Channels ?? [])
        {
            Line($" {c.Label}");
            Items(c.Items);
        }

        Line($"segments {t.Segments?.Count}");
        foreach (var s in t.Segments ?? [])
        {
            Line($" {s.Start} {s.End} {s.ChannelLabel}");
            foreach (var a in s.Alternatives)
            {
                Line($" '{a.Transcript}'");
                Items(a.Items);
            }
        }

        Line($"languages {t.LanguageIdentification?.Count} {string.Join(';', t.LanguageIdentification ?? [])}");
        Line($"language codes {t.LanguageCodes?.Count} {string.Join(';', t.LanguageCodes ?? [])}");
        foreach (var x in t.ToxicityDetection ?? [])
            Line($"toxic '{x.Text}' {x.Toxicity} {string.Join(';', x.Categories)} {x.Start} {x.End}");
        return text.ToString();
    }
}
