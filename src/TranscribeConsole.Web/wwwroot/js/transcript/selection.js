import { clock } from './model.js';

/**
 * What is selected in the transcript, as places in its text: it may begin and end in rows that are not in the document.
 */
export class Selected {
  #list;
  #model;

  /** First and last place, in the transcript's order; null: nothing is selected. */
  range = null;

  constructor(list, model) {
    [this.#list, this.#model] = [list, model];
  }

  /** Reads the browser's selection; answers whether it is in the transcript. */
  read() {
    const selection = document.getSelection();
    const anchor = selection.isCollapsed ? null : this.#place(selection.anchorNode, selection.anchorOffset);
    const focus = selection.isCollapsed ? null : this.#place(selection.focusNode, selection.focusOffset);
    this.range = anchor === null || focus === null ? null
      : anchor.turn < focus.turn || (anchor.turn === focus.turn && anchor.offset <= focus.offset) ? { first: anchor, last: focus } : { first: focus, last: anchor };
    if (this.range !== null && this.text(false) === '') this.range = null;
    return this.range !== null;
  }

  /** The rows that must stay in the document for the browser's selection to last. */
  get ends() { return this.range === null ? [] : [this.range.first.turn, this.range.last.turn]; }

  all() {
    const last = this.#model.turns.length - 1;
    this.range = { first: { turn: 0, offset: 0 }, last: { turn: last, offset: this.#model.turns[last].text.length } };
  }

  /** The selected text, a paragraph per turn; who speaks is said where more than one turn is selected. */
  text(withTimes) {
    if (this.range === null) return '';
    const { first, last } = this.range;
    const lines = [];
    for (let turn = first.turn; turn <= last.turn; turn++) {
      const { text, start } = this.#model.turns[turn];
      const part = text.slice(turn === first.turn ? first.offset : 0, turn === last.turn ? last.offset : text.length).trim();
      if (part === '') continue;
      const name = first.turn === last.turn || this.#model.continues(turn) && turn !== first.turn ? null : this.#model.speakerName(turn);
      lines.push(`${withTimes ? `[${clock(turn === first.turn ? this.#timeOf(first) : start)}] ` : ''}${name === null ? '' : `${name}: `}${part}`);
    }
    return lines.join('\n');
  }

  /** For an address: turn id, colon, offset. */
  get places() {
    const place = ({ turn, offset }) => `${this.#model.turns[turn].id}:${offset}`;
    return this.range && { first: place(this.range.first), last: place(this.range.last) };
  }

  #timeOf({ turn, offset }) {
    const word = this.#model.wordAtOffset(turn, offset);
    return word < 0 ? this.#model.turns[turn].start : this.#model.start[word];
  }

  #place(node, offset) {
    const element = node?.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    if (!element || !this.#list.contains(element)) return null;
    const row = element.closest('[data-turn]');
    if (row === null) return null;
    const turn = Number(row.dataset.turn);
    const text = row.querySelector('.turn-text');
    if (text === null) return { turn, offset: 0 };
    if (text.contains(node)) return { turn, offset: node.nodeType === Node.TEXT_NODE ? offset : offset === 0 ? 0 : this.#model.turns[turn].text.length };
    const before = text.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING;
    return { turn, offset: before ? 0 : this.#model.turns[turn].text.length };
  }
}
