import { element } from './dom.js';
import { clock } from './model.js';

const longestText = 20_000; // characters of a turn, as the server takes them

const languageNames = 'DisplayNames' in Intl ? new Intl.DisplayNames(undefined, { type: 'language' }) : null;

/** Makes the rows of the transcript: a turn as it is read, or as it is corrected. */
export class Rows {
  #model;
  #edits;
  #actions;

  /** @param actions edit, save, cancel, undo, rename and play, each with what it is about. */
  constructor(model, edits, actions) {
    [this.#model, this.#edits, this.#actions] = [model, edits, actions];
  }

  make(index) {
    const model = this.#model;
    const turn = model.turns[index];
    const draft = this.#edits.of(turn.id);
    const row = element('li', { class: 'turn', 'aria-setsize': model.turns.length, 'aria-posinset': index + 1 });
    if (model.continues(index)) row.classList.add('continues');
    row.append(this.#side(index, turn), draft === null || draft.undo ? this.#text(index, turn) : this.#editor(index, turn, draft));
    return row;
  }

  guess(index, width) {
    const { text } = this.#model.turns[index];
    const wide = width > 700;
    const room = Math.max(100, Math.min(760, wide ? width - 240 : width - 40));
    const letter = text.charCodeAt(0) > 0x2e80 ? 16 : 7.6;
    return 24 * Math.max(1, Math.ceil(text.length * letter / room)) + (wide ? 12 : 40);
  }

  #side(index, turn) {
    const model = this.#model;
    const name = model.speakerName(index);
    const side = element('div', { class: 'turn-side' });
    if (name !== null && !model.continues(index))
      side.append(element('button', { type: 'button', class: 'turn-speaker', dir: 'auto', 'aria-label': `Rename ${name}`, title: 'Rename', text: name, onclick: () => this.#actions.rename(turn.speaker) }));
    side.append(element('button', { type: 'button', class: 'turn-time', 'aria-label': `Play from ${clock(turn.start)}`, text: clock(turn.start), onclick: () => this.#actions.play(turn.start) }));
    if (model.languages.length > 1 && model.languageOf(index) !== null) side.append(element('span', { class: 'turn-badge', text: languageName(model.languageOf(index)) }));
    return side;
  }

  #text(index, turn) {
    const version = this.#model.versionOf(index);
    const body = element('div', { class: 'turn-body' });
    const text = element('p', { class: 'turn-text', dir: 'auto', lang: this.#model.languageOf(index), text: turn.text });
    if (turn.text === '') body.append(element('p', { class: 'turn-removed', text: 'The text of this turn was removed.' }));
    body.append(text);
    const foot = element('div', { class: 'turn-foot' });
    if (turn.original !== undefined) {
      foot.append(element('span', { class: 'turn-badge turn-corrected', text: `Corrected by ${turn.by}, ${new Date(turn.at).toLocaleString()}` }));
      foot.append(element('details', { class: 'turn-original' }, element('summary', { text: 'Recognised text' }), element('p', { dir: 'auto', text: turn.original })));
    }
    if (version.canUndo) foot.append(element('button', { type: 'button', class: 'button-inline button turn-undo', 'aria-label': `Undo the correction at ${clock(turn.start)}`, text: 'Undo', onclick: () => this.#actions.undo(index) }));
    foot.append(element('button', { type: 'button', class: 'button-inline button turn-edit', 'aria-label': `Edit the turn at ${clock(turn.start)}`, text: 'Edit', onclick: () => this.#actions.edit(index) }));
    body.append(foot);
    return body;
  }

  #editor(index, turn, draft) {
    const id = `edit-${index}`;
    const busy = draft.state === 'saving';
    const field = element('textarea', { id, dir: 'auto', rows: Math.max(2, Math.ceil(draft.text.length / 80)), maxlength: longestText, readonly: busy, 'aria-describedby': `${id}-state` });
    field.value = draft.text;
    field.addEventListener('input', () => this.#edits.type(turn.id, field.value));
    field.addEventListener('keydown', event => {
      if (event.key === 'Escape') this.#actions.cancel(index);
      else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.#actions.save(index);
      else return;
      event.preventDefault();
    });
    const buttons = element('div', { class: 'turn-foot' },
      element('button', { type: 'button', class: 'button', disabled: busy, text: draft.state === 'conflict' ? 'Keep theirs' : 'Cancel', onclick: () => this.#actions.cancel(index) }),
      element('button', { type: 'button', class: 'button button-primary', disabled: busy, text: draft.state === 'conflict' ? 'Save mine instead' : 'Save', onclick: () => this.#actions.save(index) }));
    return element('div', { class: 'turn-body turn-editor' },
      element('label', { for: id, class: 'small', text: `Text of the turn at ${clock(turn.start)}` }), field, this.#state(id, draft), buttons);
  }

  #state(id, draft) {
    const state = element('div', { id: `${id}-state`, class: 'small hint', role: 'status' });
    if (draft.state === 'conflict') {
      state.className = 'turn-conflict';
      state.setAttribute('role', 'alert');
      state.append(
        element('p', { text: `While you were writing, ${draft.theirs.by} changed this turn (${new Date(draft.theirs.at).toLocaleString()}). It now reads:` }),
        element('blockquote', { dir: 'auto', text: draft.theirs.turn.text }));
    } else if (draft.state === 'failed') {
      state.className = 'turn-failed';
      state.textContent = `Not saved yet: ${draft.reason} What you wrote is kept in this tab${draft.again === false ? '' : ' and is sent again'}.`;
    } else {
      state.textContent = draft.state === 'saving' ? 'Saving…' : 'Ctrl+Enter saves, Escape cancels.';
    }
    return state;
  }
}

/** A time that the player goes to when it is pressed. */
export function timeButton(start, text, play) {
  return element('button', { type: 'button', class: 'button button-inline', 'aria-label': `Play from ${text}`, text, onclick: () => play(start) });
}

export function languageName(code) {
  try {
    return languageNames?.of(code) ?? code;
  } catch {
    return code;
  }
}
