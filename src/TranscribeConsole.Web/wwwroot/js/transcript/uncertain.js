/** The words below the confidence that the reader asks for: counted, and gone through. */
export class Uncertain {
  #root;
  #actions;
  #model = null;
  #words = [];

  /** Per cent; 0: nothing is marked. */
  threshold;

  /** @param actions changed: called with the new threshold; from: the word from which a direction goes on; show: goes to a word. */
  constructor(root, threshold, actions) { [this.#root, this.threshold, this.#actions] = [root, threshold, actions]; }

  listen(on) {
    const field = this.#part('threshold');
    field.value = String(this.threshold);
    on(field, 'input', () => this.#set(field));
    on(this.#part('uncertain-next'), 'click', () => this.next(1));
    on(this.#part('uncertain-previous'), 'click', () => this.next(-1));
  }

  has(confidence) { return confidence >= 0 && confidence < this.threshold; }

  count(model) {
    this.#model = model;
    this.#words = model.uncertain(this.threshold);
    const { length } = this.#words;
    this.#part('uncertain-count').textContent = this.threshold === 0 ? '' : `${length.toLocaleString()} ${length === 1 ? 'word' : 'words'}`;
    for (const name of ['uncertain-next', 'uncertain-previous']) this.#part(name).disabled = length === 0;
  }

  next(direction) {
    const words = this.#words;
    if (words.length === 0) return;
    const from = this.#actions.from(direction);
    this.#actions.show(direction > 0 ? words.find(word => word > from) ?? words[0] : words.findLast(word => word < from) ?? words.at(-1));
  }

  #set(field) {
    const whole = field.validity.valid && field.value !== '';
    field.setAttribute('aria-invalid', String(!whole));
    if (!whole) {
      this.#part('uncertain-count').textContent = 'Enter a whole number from 0 to 100.';
      return;
    }

    this.threshold = Number(field.value);
    if (this.#model !== null) this.count(this.#model);
    this.#actions.changed(this.threshold);
  }

  #part(name) { return this.#root.querySelector(`[data-part=${name}]`); }
}
