import { find } from './model.js';

/** Finds a text in all turns, counts the places and goes through them. */
export class Finder {
  #root;
  #view;
  #model = null;
  #matches = [];
  #match = -1;

  /** @param view What it works on: top, the turn at the top; show, which brings a place into view; mark, which highlights places under a name. */
  constructor(root, view) { [this.#root, this.#view] = [root, view]; }

  get field() { return this.#part('find'); }

  /** @param on Adds a listener that ends with the page. */
  listen(on) {
    on(this.#part('find-next'), 'click', () => this.step(1));
    on(this.#part('find-previous'), 'click', () => this.step(-1));
    on(this.field, 'input', () => this.search(this.#model));
    on(this.field, 'keydown', event => {
      if (event.key === 'Enter') this.step(event.shiftKey ? -1 : 1);
      else if (event.key === 'Escape' && event.target.value !== '') {
        event.target.value = '';
        this.search(this.#model);
      } else return;
      event.preventDefault();
    });
    for (const name of ['match-case', 'whole-word']) on(this.#part(name), 'change', () => this.search(this.#model));
  }

  /** Finds anew, from the place where the reader is. */
  search(model) {
    this.#model = model;
    if (model === null) return;
    this.#matches = this.#find();
    this.#match = -1;
    for (const name of ['find-next', 'find-previous']) this.#part(name).disabled = this.#matches.length === 0;
    if (this.#matches.length > 0) {
      const top = this.#view.top();
      const near = this.#matches.findIndex(place => place.turn >= top);
      this.#match = near < 0 ? 0 : near;
      this.#go();
    } else {
      this.mark();
    }
    this.#tell();
  }

  /** The text has changed under the places. */
  again() {
    const match = this.#match;
    this.#matches = this.#matches.length > 0 ? this.#find() : [];
    this.#match = Math.min(match, this.#matches.length - 1);
    this.#tell();
  }

  step(direction) {
    const count = this.#matches.length;
    if (count === 0) return;
    this.#match = (this.#match + direction + count) % count;
    this.#go();
    this.#tell();
  }

  /** Marks what is in the document of the places. */
  mark() {
    this.#view.mark('match', this.#matches);
    const found = this.#matches[this.#match];
    this.#view.mark('found', found ? [found] : []);
  }

  #find() {
    return find(this.#model.turns, this.field.value, { matchCase: this.#part('match-case').checked, wholeWord: this.#part('whole-word').checked });
  }

  #go() {
    this.#view.show(this.#matches[this.#match]);
    this.mark();
  }

  #tell() {
    const count = this.#matches.length;
    this.#part('find-count').textContent = this.field.value.trim() === '' ? '' : count === 0 ? 'Not found' : `${(this.#match + 1).toLocaleString()} of ${count.toLocaleString()}`;
  }

  #part(name) { return this.#root.querySelector(`[data-part=${name}]`); }
}
