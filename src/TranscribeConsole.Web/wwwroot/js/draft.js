// Keeps what is entered into a form for as long as the tab lives: a reload, a lost circuit or a restarted server loses nothing typed.
// The server hands over the contents a moment after each change; what was typed since then is read from the fields themselves.

const writeAfterMs = 200;
const longestText = 300_000; // characters, of all contents; the server refuses more when it reads them
const longestField = 4_096;

class Draft {
  #key;
  #form = null; // while it is on screen
  #text = null; // as the server wrote it last
  #worthKeeping = false; // somebody has changed something
  #typed = false; // in this form
  #timer = 0;
  #typing = () => {
    this.#typed = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#write, writeAfterMs);
  };

  #write = () => {
    clearTimeout(this.#timer);
    if (this.#text === null) return;
    if (!this.#worthKeeping && !this.#typed) return sessionStorage.removeItem(this.#key);
    const text = JSON.stringify({ ...JSON.parse(this.#text), fields: this.#typed ? this.#fields() : {} });
    try {
      if (text.length <= longestText) sessionStorage.setItem(this.#key, text);
    } catch {
      // No room: a reload begins with what could be kept before.
    }
  };

  constructor(key) {
    this.#key = key;
    window.addEventListener('pagehide', this.#write);
  }

  /** What was kept, as bytes: more than a circuit's message may hold. */
  load() {
    return new TextEncoder().encode(sessionStorage.getItem(this.#key) ?? 'null'); // a stream of no bytes is refused
  }

  /** The form is on screen and its fields are filled. */
  begin(form, text, worthKeeping) {
    if (this.#form !== form) {
      this.#form?.removeEventListener('input', this.#typing);
      form.addEventListener('input', this.#typing);
    }

    [this.#form, this.#text, this.#worthKeeping, this.#typed] = [form, text, worthKeeping, false];
  }

  /** The contents have changed on the server. */
  keep(text, worthKeeping) {
    [this.#text, this.#worthKeeping] = [text, worthKeeping];
    this.#write();
  }

  /** Saved or given up. */
  clear() {
    clearTimeout(this.#timer);
    [this.#text, this.#worthKeeping, this.#typed] = [null, false, false];
    sessionStorage.removeItem(this.#key);
  }

  /** The page is left; what is kept stays kept. */
  close() {
    clearTimeout(this.#timer);
    this.#form?.removeEventListener('input', this.#typing);
    window.removeEventListener('pagehide', this.#write);
  }

  // Of the comboboxes the server knows the value; the field shows its name.
  #fields() {
    if (!this.#form?.isConnected) return {};
    const inputs = [...this.#form.querySelectorAll('input[type=text][id]:not([role])')];
    return Object.fromEntries(inputs.map(input => [input.id, input.value.slice(0, longestField)]));
  }
}

export function open(key) {
  return new Draft(key);
}
