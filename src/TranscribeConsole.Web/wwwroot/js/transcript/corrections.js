/** The turns whose text is being corrected: their fields in the rows, and what the page says of those that are not saved. */
export class Corrections {
  #root;
  #model;
  #edits;
  #view;

  /**
   * @param view window: of the rows; toText: shows their tab; pin: keeps in the document what must stay; changed: called when a turn has
   * another text; leave: the view follows the media no longer; say: announces a sentence.
   */
  constructor(root, model, edits, view) {
    [this.#root, this.#model, this.#edits, this.#view] = [root, model, edits, view];
    edits.onChange = (id, problem) => this.#draftChanged(id, problem);
    edits.onSaved = (id, answer, said) => this.#saved(id, answer, said);
  }

  /** Turns with an open field, by their place; what was written of a turn that is no longer there is not among them. */
  get turns() { return this.#edits.ids.map(id => this.#model.indexOf(id)).filter(turn => turn >= 0); }

  edit(turn) {
    if (this.#root.dataset.readOnly) return this.#view.say('Only the owner of the job and managers may correct its transcript.');
    const { id, text } = this.#model.turns[turn];
    this.#view.toText();
    document.getSelection().removeAllRanges();
    this.#edits.begin(id, text, this.#model.versionOf(turn).version);
    this.#view.window().reveal(turn, false);
    const field = this.#field(turn);
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }

  save(turn) { this.#edits.save(this.#model.turns[turn].id); }

  undo(turn) { this.#edits.undo(this.#model.turns[turn].id, this.#model.versionOf(turn).version); }

  cancel(turn) {
    const { id } = this.#model.turns[turn];
    const draft = this.#edits.of(id);
    if (draft?.theirs) this.#model.replaceTurn(turn, draft.theirs);
    this.#edits.cancel(id);
    if (draft?.theirs) this.#view.changed();
    this.#focus(turn);
  }

  /** Says how many corrections wait. */
  tell() {
    const waiting = this.turns.length;
    this.#part('drafts').hidden = waiting === 0;
    this.#part('drafts-text').textContent = waiting === 1 ? 'One correction is not saved.' : `${waiting} corrections are not saved.`;
  }

  showFirst() {
    this.#view.toText();
    const [turn] = this.turns;
    if (turn === undefined) return;
    this.#view.leave();
    this.#view.window().reveal(turn);
    this.#field(turn)?.focus({ preventScroll: true });
  }

  #draftChanged(id, problem) {
    if (problem) this.#view.say(`The correction could not be undone. ${problem}`);
    const turn = this.#model.indexOf(id);
    if (turn < 0) return;
    const focused = this.#isFocused(turn);
    this.#view.pin();
    this.#view.window().remake(turn);
    if (focused) this.#field(turn)?.focus();
    this.tell();
  }

  #saved(id, answer, said = 'Saved.') {
    const turn = this.#model.indexOf(id);
    if (turn < 0) return;
    const focused = this.#isFocused(turn);
    this.#model.replaceTurn(turn, answer);
    this.#view.pin();
    this.#view.window().remake(turn);
    this.#view.changed();
    this.#view.say(said);
    if (focused) this.#focus(turn);
    this.tell();
  }

  #row(turn) { return this.#view.window().rows.get(turn); }

  #field(turn) { return this.#row(turn)?.querySelector('textarea'); }

  #isFocused(turn) { return this.#row(turn)?.contains(document.activeElement) ?? false; }

  #focus(turn) { this.#row(turn)?.querySelector('.turn-edit')?.focus({ preventScroll: true }); }

  #part(name) { return this.#root.querySelector(`[data-part=${name}]`); }
}
