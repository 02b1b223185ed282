import { ask, prepare } from './dom.js';

/** Asks for the name of a speaker and saves it. */
export class NameDialog {
  #root;
  #speaker = -1;
  #save;

  /**
   * @param context address and redacted: of what is shown; model; renamed: called when the model has another name, saved or somebody else's;
   * say: announces a sentence.
   */
  constructor(root, context) {
    this.#root = root;
    this.#save = () => this.#send(context);
  }

  listen(on) {
    on(this.#part('name-form'), 'submit', event => {
      event.preventDefault();
      this.#save();
    });
  }

  open(model, speaker) {
    const { label, name, named } = model.speakers[speaker];
    this.#speaker = speaker;
    this.#part('name-label').textContent = label;
    this.#part('name-error').hidden = true;
    const field = this.#part('name');
    field.value = named ? name : '';
    field.placeholder = name;
    this.#part('name-dialog').showModal();
    field.select();
    prepare().catch(() => { /* asked for again when it is needed */ });
  }

  async #send({ address, redacted, model, renamed, say }) {
    const [speaker, speakers] = [this.#speaker, model()];
    const { label } = speakers.speakers[speaker];
    const error = this.#part('name-error');
    error.hidden = true;
    try {
      const body = { label, name: this.#part('name').value, version: speakers.nameOf(speaker).version, redacted: redacted() };
      const { status, answer } = await ask('PUT', `${address}/speakers`, body, { accept: [409] });
      speakers.rename(speaker, answer, unnamed(label));
      renamed();
      if (status === 200) {
        this.#part('name-dialog').close();
        say(`${label} is ${speakers.speakers[speaker].name}.`);
        return;
      }
      error.textContent = `${answer.by} has just named ${label} “${speakers.speakers[speaker].name}”. Save again to use yours instead.`;
    } catch (problem) {
      error.textContent = `Not saved: ${problem instanceof TypeError ? 'the console did not answer.' : problem.message}`;
    }
    error.hidden = false;
  }

  #part(name) { return this.#root.querySelector(`[data-part=${name}]`); }
}

// As the server calls a label that nobody has named.
function unnamed(label) {
  return label.replace(/^spk_(\d+)$/, 'Speaker $1').replace(/^ch_(\d+)$/, 'Channel $1');
}
