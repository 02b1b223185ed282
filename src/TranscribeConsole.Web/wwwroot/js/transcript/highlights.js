// Words are marked without elements of their own: a four-hour transcript would have tens of thousands.

const names = ['now', 'cursor', 'match', 'found', 'uncertain', 'typed', 'redacted', 'filtered'];
const order = { uncertain: 0, redacted: 1, filtered: 1, typed: 1, match: 2, found: 3, cursor: 4, now: 5 };

export class Highlights {
  #sets = new Map();

  constructor() {
    if (!('highlights' in CSS)) return; // the turn is marked still
    for (const name of names) {
      const set = new Highlight();
      set.priority = order[name];
      this.#sets.set(name, set);
      CSS.highlights.set(`transcript-${name}`, set);
    }
  }

  /** Marks these ranges and no others. */
  set(name, ranges) {
    const set = this.#sets.get(name);
    if (!set) return;
    set.clear();
    for (const range of ranges) if (range !== null) set.add(range);
  }

  dispose() {
    for (const name of this.#sets.keys()) CSS.highlights.delete(`transcript-${name}`);
  }
}
