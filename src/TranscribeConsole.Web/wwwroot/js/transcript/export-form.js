import { recall, remember } from './dom.js';

/**
 * The fields of an export. Each control is named as the parameter of the address; data-default holds the value that need not be said, data-formats the
 * formats it means something to.
 */
export class ExportForm {
  #form;
  #storeKey;

  /** @param storeKey Under which the browser remembers the choices. */
  constructor(form, onChange, storeKey) {
    [this.#form, this.#storeKey] = [form, storeKey];
    this.#restore();
    this.show();
    form.addEventListener('input', () => {
      this.show();
      if (form.checkValidity()) this.#keep();
      onChange();
    });
  }

  /** Extensions that are chosen. */
  get formats() { return [...this.#form.querySelectorAll('[name=format]')].filter(choice => choice.checked).map(choice => choice.value); }

  // As the server has it: a download that it refuses would end without a word.
  #checkPairs() {
    for (const [low, high, message] of [
      ['from', 'to', 'The selected time ends before it begins.'],
      ['min-duration', 'max-duration', 'The maximum duration must not be shorter than the minimum duration.'],
    ]) {
      const [first, second] = [this.#form.elements[low], this.#form.elements[high]];
      if (!first || !second) continue;
      const crossed = !first.disabled && !second.disabled && first.value !== '' && second.value !== '' && Number(second.value) < Number(first.value);
      second.setCustomValidity(crossed ? message : '');
    }
  }

  get isValid() { return this.#form.checkValidity(); }

  /** Shows the fields that mean something to the formats. */
  show() {
    const formats = this.formats;
    for (const field of this.#form.querySelectorAll('[data-formats]')) {
      field.hidden = !field.dataset.formats.split(' ').some(format => formats.includes(format));
      for (const control of field.querySelectorAll('input, select')) control.disabled = field.hidden; // what is hidden is neither sent nor checked
    }
    for (const field of this.#form.querySelectorAll('[data-when]')) {
      const [name, value] = field.dataset.when.split('=');
      const control = this.#form.elements[name];
      field.hidden = control.disabled || control.value !== value;
      for (const part of field.querySelectorAll('input, select')) part.disabled = field.hidden;
    }
    this.#checkPairs();
  }

  /** What differs from the defaults, as parameters of the address. */
  parameters() {
    const parameters = new Map();
    for (const control of this.#form.elements) {
      if (control.disabled || control.dataset.default === undefined || control.name === 'format') continue;
      const value = control.type === 'checkbox' ? String(control.checked) : control.value.trim();
      if (value === '' || value === control.dataset.default) continue;
      parameters.set(control.name, control.dataset.percent === undefined ? value : String(Number(value) / 100));
    }
    return parameters;
  }

  #keep() {
    const kept = { formats: this.formats };
    for (const control of this.#form.elements)
      if (control.dataset.default !== undefined && control.dataset.once === undefined) kept[control.name] = control.type === 'checkbox' ? control.checked : control.value;
    remember(localStorage, this.#storeKey, kept);
  }

  #restore() {
    const kept = recall(localStorage, this.#storeKey);
    if (kept === null) return;
    const choices = [...this.#form.querySelectorAll('[name=format]')];
    const wanted = choices.filter(choice => kept.formats?.includes(choice.value));
    if (wanted.length > 0) for (const choice of choices) choice.checked = choice.type === 'radio' ? choice === wanted[0] : wanted.includes(choice);
    for (const control of this.#form.elements) {
      const value = kept[control.name];
      if (value === undefined || control.dataset.default === undefined || control.dataset.once !== undefined) continue;
      if (control.type === 'checkbox') control.checked = value === true;
      else if (control.tagName !== 'SELECT' || [...control.options].some(option => option.value === value)) control.value = value;
    }
  }
}
