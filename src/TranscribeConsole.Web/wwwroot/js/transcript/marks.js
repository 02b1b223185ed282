/** Marks words and turns in the rows that are in the document. */
export class Marks {
  #model;
  #window;
  #highlights;

  constructor(model, window, highlights) { [this.#model, this.#window, this.#highlights] = [model, window, highlights]; }

  /** Where a word stands in the document; null for none, and for one that is not in it. */
  word(word) {
    if (word < 0) return null;
    const { turnOf, offset, length } = this.#model;
    return this.range(turnOf[word], offset[word], offset[word] + length[word]);
  }

  range(turn, from, to) {
    const text = this.#window.rows.get(turn)?.querySelector('.turn-text')?.firstChild;
    if (!text || to > text.length) return null;
    const range = document.createRange();
    range.setStart(text, from);
    range.setEnd(text, to);
    return range;
  }

  now(word) { this.#highlights.set('now', [this.word(word)]); }

  cursor(word) { this.#highlights.set('cursor', [this.word(word)]); }

  places(name, places) {
    const shown = places.filter(place => this.#window.rows.has(place.turn));
    this.#highlights.set(name, shown.map(place => this.range(place.turn, place.from, place.to)));
  }

  turn(now) {
    for (const [index, row] of this.#window.rows) {
      row.classList.toggle('now', index === now);
      if (index === now) row.setAttribute('aria-current', 'true');
      else row.removeAttribute('aria-current');
    }
  }

  /** What the words are themselves. @param isUncertain Of a confidence. */
  kinds(isUncertain) {
    const model = this.#model;
    const kinds = { uncertain: [], redacted: [], filtered: [], typed: [] };
    for (const turn of this.#window.rows.keys()) {
      const first = model.firstWord(turn);
      for (let word = first; word < model.endWord(turn); word++)
        if (isUncertain(model.confidence[word])) kinds.uncertain.push(this.word(word));
      const { marks = [], original } = model.turns[turn];
      for (let at = 0; at < marks.length; at += 2) {
        const range = this.word(first + marks[at]);
        if (marks[at + 1] & 1) kinds.redacted.push(range);
        if (marks[at + 1] & 2) kinds.filtered.push(range);
        if (marks[at + 1] & 4 && original !== undefined) kinds.typed.push(range);
      }
    }
    for (const [name, ranges] of Object.entries(kinds)) this.#highlights.set(name, ranges);
  }
}
