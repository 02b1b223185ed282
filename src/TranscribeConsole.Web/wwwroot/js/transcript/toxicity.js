import { element } from './dom.js';
import { clock } from './model.js';
import { PagedTable } from './paged-table.js';
import { timeButton } from './rows.js';

const score = value => value.toFixed(2);

/** Segments with their scores: the tab Toxicity. */
export class Toxicity {
  #table;
  #play;
  #found = [];

  constructor(root, play) {
    this.#play = play;
    this.#table = new PagedTable(root, 'toxicity', at => this.#row(this.#found[at]));
  }

  show(found) {
    this.#found = found;
    this.#table.show(found.length);
  }

  #row(segment) {
    const categories = Object.entries(segment.categories).sort((a, b) => b[1] - a[1]);
    return element('tr', {},
      element('td', { class: 'time' }, timeButton(segment.start, `${clock(segment.start)}–${clock(segment.end)}`, this.#play)),
      element('td', { text: score(segment.score) }),
      element('td', { text: categories.map(([name, value]) => `${name.toLowerCase().replaceAll('_', ' ')} ${score(value)}`).join(', ') || '-' }),
      element('td', { class: 'said', dir: 'auto', text: segment.text }));
  }
}
