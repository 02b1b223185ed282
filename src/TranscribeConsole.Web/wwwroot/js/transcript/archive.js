import { ask } from './dom.js';
import { ExportForm } from './export-form.js';

const dialogs = new WeakMap(); // element around the dialog → its ArchiveDialog

/** Shows the dialog for these jobs. */
export function open(root, jobs) {
  if (!dialogs.has(root)) dialogs.set(root, new ArchiveDialog(root));
  dialogs.get(root).open(jobs);
}

class ArchiveDialog {
  #root;
  #fields;
  #jobs = [];

  constructor(root) {
    this.#root = root;
    const form = this.#part('archive-form');
    this.#fields = new ExportForm(form, () => this.#say(''), 'transcripts-archive');
    form.addEventListener('submit', event => {
      event.preventDefault();
      this.#order();
    });
    for (const button of root.querySelectorAll('[data-close]')) button.addEventListener('click', () => this.#part('archive-dialog').close());
  }

  open(jobs) {
    this.#jobs = jobs;
    this.#part('archive-count').textContent = jobs.length === 1 ? '1 job.' : `${jobs.length.toLocaleString()} jobs.`;
    this.#say('');
    this.#part('archive-dialog').showModal();
  }

  async #order() {
    if (this.#fields.formats.length === 0) {
      this.#fail('Choose a format.');
      return;
    }
    if (!this.#part('archive-form').reportValidity()) return;
    const button = this.#part('archive-order');
    button.disabled = true;
    this.#say('Ordering…');
    try {
      const order = { jobs: this.#jobs, formats: this.#fields.formats, options: Object.fromEntries(this.#fields.parameters()) };
      const { answer } = await ask('POST', 'transcripts/archives', order);
      save(answer.address);
      this.#say('The browser saves the archive while it is made.');
    } catch (error) {
      this.#fail(error instanceof TypeError ? 'The console did not answer.' : error.message);
    }
    button.disabled = false;
  }

  #part(name) { return this.#root.querySelector(`[data-part=${name}]`); }

  #say(text) {
    this.#part('archive-said').textContent = text;
    this.#part('archive-failure').hidden = true;
  }

  #fail(text) {
    this.#say('');
    this.#part('archive-failure').textContent = text;
    this.#part('archive-failure').hidden = false;
  }
}

function save(address) {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  link.click();
}
