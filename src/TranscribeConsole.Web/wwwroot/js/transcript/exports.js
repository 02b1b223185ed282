import { copyText } from './dom.js';
import { ExportForm } from './export-form.js';

/** The dialog that takes the transcript away, and the address it makes for scripts. */
export class Exports {
  #root;
  #context;
  #form;

  /** @param context What the page shows: which variant, and the places of the selection. */
  constructor(root, context) {
    [this.#root, this.#context] = [root, context];
    const open = root.querySelector('[data-part=download]');
    if (open === null) return;
    this.#form = new ExportForm(this.#part('export-form'), () => this.#update(), 'transcript-export');
    open.addEventListener('click', () => this.open());
    this.#part('export-copy').addEventListener('click', () => {
      this.#part('export-said').textContent = copyText(new URL(this.#address(), document.baseURI).href) ? 'The address was copied.' : 'The browser did not let the page copy.';
    });
    this.#part('export-form').addEventListener('submit', event => {
      event.preventDefault();
      this.#part('export-link').click();
    });
    this.#part('export-link').addEventListener('click', event => {
      if (!this.#part('export-form').reportValidity()) event.preventDefault();
      else this.#part('export-dialog').close();
    });
  }

  /** @param format Extension to choose; without, the one that was chosen last. */
  open(format) {
    const { redacted, places } = this.#context();
    const form = this.#part('export-form').elements;
    if (format !== undefined) form.format.value = format;
    if (form.redacted && form.redacted.tagName === 'SELECT') form.redacted.value = String(redacted);
    const selection = form.part.querySelector('[value=selection]');
    selection.disabled = places === null;
    form.part.value = places === null ? 'all' : 'selection';
    this.#form.show();
    this.#part('export-said').textContent = '';
    this.#part('export-dialog').showModal();
    this.#update();
  }

  #part(name) { return this.#root.querySelector(`[data-part=${name}]`); }

  #update() {
    this.#part('export-link').setAttribute('href', this.#address());
    this.#part('export-address').textContent = new URL(this.#address(), document.baseURI).href;
  }

  #address() {
    const parameters = this.#form.parameters();
    const form = this.#part('export-form').elements;
    if (!form.part.disabled && form.part.value === 'selection') {
      const { places } = this.#context();
      if (places !== null) for (const [name, place] of Object.entries(places)) parameters.set(name, place);
    }
    const query = new URLSearchParams([...parameters]).toString();
    return `${this.#root.dataset.address}.${this.#form.formats[0]}${query === '' ? '' : `?${query}`}`;
  }
}
