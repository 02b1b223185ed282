import { copyText } from './dom.js';

const longestPick = 256; // characters of a phrase

/** What can be done with selected text: copied, with times or without, or taken into a vocabulary or filter. */
export class SelectionTools {
  #root;
  #actions;
  #selected = null;

  /** @param actions pin: called when rows have to stay in the document, or no longer; say: announces a sentence. */
  constructor(root, actions) { [this.#root, this.#actions] = [root, actions]; }

  /** The selection of the transcript that is shown. */
  of(selected) { this.#selected = selected; }

  listen(on) {
    on(this.#part('copy'), 'click', () => this.#copy(false));
    on(this.#part('copy-times'), 'click', () => this.#copy(true));
    on(this.#part('to-vocabulary'), 'click', () => this.#pick('vocabulary-pick'));
    on(this.#part('to-filter'), 'click', () => this.#pick('filter-pick'));
    on(document, 'selectionchange', () => this.#changed());
    on(document, 'copy', event => {
      if (!this.#selected?.read()) return;
      event.clipboardData.setData('text/plain', this.#selected.text(false));
      event.preventDefault();
    });
  }

  #changed() {
    if (this.#selected === null) return;
    const before = this.#selected.ends.join();
    const some = this.#selected.read();
    for (const name of ['copy', 'copy-times', 'to-vocabulary', 'to-filter']) this.#part(name).disabled = !some;
    if (this.#selected.ends.join() !== before) this.#actions.pin();
  }

  #copy(withTimes) {
    this.#selected.read();
    const text = this.#selected.text(withTimes);
    if (text === '') return;
    this.#actions.say(copyText(text) ? 'Copied.' : 'The browser did not let the page copy.');
  }

  // The dialog is the page's own; it learns the word by a field's change.
  #pick(part) {
    this.#selected.read();
    const text = this.#selected.text(false);
    if (text === '') return;
    if (text.includes('\n') || text.length > longestPick) {
      this.#actions.say('Select one word, or a few words of one turn.');
      return;
    }

    const field = this.#part(part);
    field.value = text;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  #part(name) { return this.#root.querySelector(`[data-part=${name}]`); }
}
