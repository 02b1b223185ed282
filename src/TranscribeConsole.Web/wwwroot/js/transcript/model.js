// The transcript as the page holds it: the turns as they came, and the words of all turns in typed arrays, by place and by time.

const perWord = 5; // numbers of a word in the payload

export class Model {
  #versions;
  #names;

  constructor({ turns, names, transcript }) {
    this.turns = transcript.turns;
    this.speakers = transcript.speakers;
    this.languages = transcript.languages;
    this.toxicity = transcript.toxicity ?? [];
    this.hasAlternatives = transcript.alternatives === true;
    this.duration = transcript.duration;
    this.#versions = new Map(turns.map(state => [state.turn, state]));
    this.#names = new Map(names.map(state => [state.label, state]));
    this.#index();
  }

  get wordCount() { return this.turnOf.length; }

  /** How the correction of a turn stands: what a change has to name, and whether there is something to undo. */
  versionOf(turn) { return this.#versions.get(this.turns[turn].id) ?? { version: 0, canUndo: false }; }

  nameOf(speaker) { return this.#names.get(this.speakers[speaker].label) ?? { name: '', version: 0 }; }

  /** The name to show; null for a paragraph of a plain transcript. */
  speakerName(turn) {
    const speaker = this.turns[turn].speaker;
    return speaker === undefined ? null : this.speakers[speaker].name;
  }

  /** Whether the same person goes on speaking, so that the name need not be said again. */
  continues(turn) {
    const name = this.speakerName(turn);
    return turn > 0 && name !== null && name === this.speakerName(turn - 1);
  }

  /** A number for each name: two labels with one name are one voice. */
  voices() {
    const names = [...new Set(this.speakers.map(speaker => speaker.name))];
    return { names, of: this.speakers.map(speaker => names.indexOf(speaker.name)) };
  }

  languageOf(turn) {
    const language = this.turns[turn].language;
    return language === undefined ? null : this.languages[language];
  }

  indexOf(turnId) { return this.turns.findIndex(turn => turn.id === turnId); }

  replaceTurn(index, answer) {
    this.turns[index] = answer.turn;
    this.#versions.set(answer.turn.id, { turn: answer.turn.id, version: answer.version, canUndo: answer.canUndo });
    this.#index();
  }

  rename(speaker, state, unnamed) {
    this.#names.set(state.label, state);
    this.speakers[speaker] = { label: state.label, name: state.name || unnamed, named: state.name !== '' };
  }

  firstWord(turn) { return this.#first[turn]; }

  endWord(turn) { return this.#first[turn + 1]; }

  text(word) { return this.turns[this.turnOf[word]].text.substr(this.offset[word], this.length[word]); }

  /** The word that is said at a time, or the last one before it; -1 before the first. */
  wordAt(milliseconds) {
    let low = 0;
    let high = this.#byTime.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.start[this.#byTime[middle]] <= milliseconds) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? -1 : this.#byTime[low - 1];
  }

  /** The turn at a time, also where it has no words. */
  turnAt(milliseconds) {
    let found = 0;
    for (let turn = 0; turn < this.turns.length; turn++)
      if (this.turns[turn].start <= milliseconds && this.turns[turn].start >= this.turns[found].start) found = turn;
    return found;
  }

  /** The word at a character of a turn, or the nearest before it; the turn's first where there is none; -1 in a turn without words. */
  wordAtOffset(turn, offset) {
    const first = this.#first[turn];
    const end = this.#first[turn + 1];
    if (first === end) return -1;
    let found = first;
    for (let word = first; word < end && this.offset[word] <= offset; word++) found = word;
    return found;
  }

  /** Words recognised with a confidence below the percentage, in order. */
  uncertain(percent) {
    const found = [];
    for (let word = 0; word < this.confidence.length; word++)
      if (this.confidence[word] >= 0 && this.confidence[word] < percent) found.push(word);
    return found;
  }

  #first = new Int32Array(1);
  #byTime = new Int32Array(0);

  #index() {
    const count = this.turns.reduce((sum, turn) => sum + turn.words.length / perWord, 0);
    this.turnOf = new Int32Array(count);
    this.offset = new Int32Array(count);
    this.length = new Int32Array(count);
    this.start = new Int32Array(count);
    this.end = new Int32Array(count);
    this.confidence = new Int8Array(count);
    this.#first = new Int32Array(this.turns.length + 1);
    let word = 0;
    for (let index = 0; index < this.turns.length; index++) {
      const { words, start } = this.turns[index];
      this.#first[index] = word;
      let place = 0;
      let time = start;
      for (let at = 0; at < words.length; at += perWord, word++) {
        this.turnOf[word] = index;
        this.offset[word] = place + words[at];
        this.length[word] = words[at + 1];
        this.start[word] = time + words[at + 2];
        this.end[word] = this.start[word] + words[at + 3];
        this.confidence[word] = words[at + 4];
        place = this.offset[word] + this.length[word];
        time = this.end[word];
      }
    }
    this.#first[this.turns.length] = word;
    // With channels, words are said at once and stand apart.
    this.#byTime = Int32Array.from(this.turnOf.keys());
    if (this.start.some((time, at) => at > 0 && time < this.start[at - 1])) this.#byTime.sort((a, b) => this.start[a] - this.start[b] || a - b);
  }
}

/** 0:12, 1:02:03: as a player shows it. */
export function clock(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = number => String(number).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** Finds a text in all turns. Answers places: turn, first and end character. */
export function find(turns, text, { matchCase, wholeWord }) {
  const words = text.trim().split(/\s+/).filter(word => word !== '');
  if (words.length === 0) return [];
  const body = words.map(word => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('\\s+');
  const pattern = new RegExp(wholeWord ? `(?<![\\p{L}\\p{N}\\p{M}])${body}(?![\\p{L}\\p{N}\\p{M}])` : body, matchCase ? 'gu' : 'giu');
  const places = [];
  for (let turn = 0; turn < turns.length; turn++)
    for (const match of turns[turn].text.matchAll(pattern)) places.push({ turn, from: match.index, to: match.index + match[0].length });
  return places;
}
