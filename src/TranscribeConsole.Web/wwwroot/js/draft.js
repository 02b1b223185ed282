// Keeps what is entered into a form for as long as the tab lives: a reload, a lost circuit or a restarted server loses nothing typed.
// The server hands over the contents a moment after each change; what was typed since then is read from the fields themselves.

const writeAfterMs = 200;
const longestText = 300_000; // characters, of all contents; the server refuses more when it reads them
const longestField = 4_096;
const longestMessage = 4_096; // characters, which a circuit's message holds however they are written

class Draft {
  #key;
  #form = null; // while it is on screen
  #text = null; // as the server wrote it last
  #worthKeeping = false; // somebody has changed something
  #typed = false; // in this form
  #before = {}; // what was chosen when this was kept
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
    const text = JSON.stringify({ ...JSON.parse(this.#text), ...(this.#typed ? this.#shown() : { fields: {} }) });
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

  /** What was kept; null: it is too long for one message. */
  load() {
    const kept = sessionStorage.getItem(this.#key) ?? '';
    try {
      this.#before = JSON.parse(kept)?.choices ?? {};
    } catch {
      this.#before = {}; // nothing, or no form; the server says the same
    }

    return kept.length <= longestMessage ? kept : null;
  }

  /** The same, as bytes that the server reads as a stream. */
  loadLong() {
    return new TextEncoder().encode(sessionStorage.getItem(this.#key));
  }

  /** The form is on screen, its fields are filled and may be used. */
  begin(form, text, worthKeeping) {
    if (this.#form !== form) {
      this.#form?.removeEventListener('input', this.#typing);
      form.addEventListener('input', this.#typing);
    }

    [this.#form, this.#text, this.#worthKeeping, this.#typed] = [form, text, worthKeeping, false];
    this.#chooseAgain();
    this.#before = {};
  }

  /** The contents have changed on the server. */
  keep(text, worthKeeping) {
    [this.#text, this.#worthKeeping] = [text, worthKeeping];
    this.#write();
  }

  /** Saved or given up. */
  clear() {
    clearTimeout(this.#timer);
    [this.#text, this.#worthKeeping, this.#typed, this.#before] = [null, false, false, {}];
    sessionStorage.removeItem(this.#key);
  }

  /** The page is left; what is kept stays kept. */
  close() {
    clearTimeout(this.#timer);
    this.#form?.removeEventListener('input', this.#typing);
    window.removeEventListener('pagehide', this.#write);
  }

  // The field of a filtering select shows the name of what is chosen, and belongs to the element around it.
  #shown() {
    if (!this.#form?.isConnected) return { fields: {} };
    const inputs = [...this.#form.querySelectorAll('input[type=text][id]:not([role])')];
    return {
      fields: Object.fromEntries(inputs.map(input => [input.id, input.value.slice(0, longestField)])),
      choices: Object.fromEntries(this.#choices().map(([id, control]) => [id, isCheck(control) ? control.checked : control.value])),
    };
  }

  #choices() {
    const own = [...this.#form.querySelectorAll('input[type=radio][id], input[type=checkbox][id], select[id]')];
    const filtering = [...this.#form.querySelectorAll('filter-select, token-select')];
    return [...own.map(control => [control.id, control]), ...filtering.map(control => [control.querySelector('input').id, control])];
  }

  // A choice that had not reached the server when the page went is made once more, as by hand: the server applies its rules to it.
  #chooseAgain() {
    for (const [id, control] of this.#choices()) {
      const before = this.#before[id];
      if (before === undefined || control.matches(':disabled')) continue;
      if (isCheck(control)) {
        if (control.checked !== before && (control.type === 'checkbox' || before)) control.click();
      } else if (!control.options) control.value = before; // it knows what may be chosen, and whether that is chosen already
      else if (control.value !== before && [...control.options].some(option => option.value === before)) {
        control.value = before;
        control.dispatchEvent(new Event('change', { bubbles: true }));
      }
    }
  }
}

const isCheck = control => control.type === 'radio' || control.type === 'checkbox';

export function open(key) {
  return new Draft(key);
}
