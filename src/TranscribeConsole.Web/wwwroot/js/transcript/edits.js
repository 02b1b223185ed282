import { ask, prepare, recall, Refusal, remember } from './dom.js';

const longestKeptAlive = 15_000; // characters: browsers refuse requests that outlive the page beyond 64 KB
const retryAfter = [2, 5, 15, 30, 60]; // seconds

/**
 * Corrections on their way from a field to the console. What is typed is kept in the tab until it is acknowledged, so that neither a reload nor a
 * dropped connection loses it; what is finished is sent even if the tab is closed meanwhile.
 */
export class Edits {
  #address;
  #key;
  #redacted;
  #drafts; // turn id → { text, version, state: open | saving | failed | conflict, reason, again: false after a refusal, theirs }
  #retries = new Map();

  /** Called with a turn id when the state of its draft has changed. */
  onChange = () => {};
  /** Called with the console's answer, the turn as it is now, and what there is to say when it is not what was asked for. */
  onSaved = () => {};

  constructor(address, key, redacted) {
    [this.#address, this.#key, this.#redacted] = [address, key, redacted];
    this.#drafts = new Map(Object.entries(recall(sessionStorage, key) ?? {}));
    window.addEventListener('online', this.#online);
    window.addEventListener('beforeunload', this.#leaving);
  }

  get ids() { return [...this.#drafts.keys()]; }

  of(id) { return this.#drafts.get(id) ?? null; }

  begin(id, text, version) {
    if (this.#drafts.has(id)) return;
    prepare().catch(() => { /* asked for again when it is needed */ });
    this.#set(id, { text, before: text, version, state: 'open' });
  }

  type(id, text) {
    const draft = this.#drafts.get(id);
    draft.text = text;
    this.#keep();
  }

  cancel(id) {
    clearTimeout(this.#retries.get(id));
    this.#drafts.delete(id);
    this.#keep();
    this.onChange(id);
  }

  /** Sends what was typed; also over somebody else's version, once it has been seen. */
  async save(id, attempt = 0) {
    const draft = this.#drafts.get(id);
    if (!draft || draft.state === 'saving') return;
    if (draft.text.trim() === draft.before.trim() && draft.state !== 'conflict') {
      this.cancel(id);
      return;
    }
    clearTimeout(this.#retries.get(id));
    const version = draft.theirs?.version ?? draft.version;
    this.#set(id, { ...draft, state: 'saving', reason: null });
    await this.#send(id, 'PUT', 'turns', { turn: id, text: draft.text, version, redacted: this.#redacted }, attempt);
  }

  async undo(id, version) {
    this.#set(id, { text: '', before: '', version, state: 'saving', undo: true });
    await this.#send(id, 'POST', 'turns/undo', { turn: id, version, redacted: this.#redacted }, retryAfter.length);
  }

  /** Finished corrections that a reload has interrupted go on their way again. */
  resume() {
    for (const [id, draft] of this.#drafts) {
      if (draft.undo) this.cancel(id);
      else if (draft.state === 'saving' || (draft.state === 'failed' && draft.again !== false)) {
        draft.state = 'failed';
        this.save(id);
      }
    }
  }

  dispose() {
    window.removeEventListener('online', this.#online);
    window.removeEventListener('beforeunload', this.#leaving);
    for (const timer of this.#retries.values()) clearTimeout(timer);
  }

  async #send(id, method, path, body, attempt) {
    try {
      const { status, answer } = await ask(method, `${this.#address}/${path}`, body, { keepalive: (body.text?.length ?? 0) < longestKeptAlive, accept: [409] });
      const draft = this.#drafts.get(id);
      if (status === 409 && draft?.undo) {
        this.#drafts.delete(id);
        this.#keep();
        this.onSaved(id, answer, 'The correction could not be undone: somebody has changed this turn meanwhile. It now shows what they wrote.');
        return;
      }
      if (status === 409 && draft && answer.turn.text !== draft.text.trim()) {
        this.#set(id, { ...draft, state: 'conflict', theirs: answer });
        return;
      }
      this.#drafts.delete(id);
      this.#keep();
      this.onSaved(id, answer);
    } catch (error) {
      const draft = this.#drafts.get(id);
      if (!draft) return;
      if (draft.undo) this.#drafts.delete(id);
      else this.#set(id, { ...draft, state: 'failed', again: !(error instanceof Refusal && error.status < 500), reason: error instanceof Refusal ? error.message : 'The console did not answer.' });
      this.#keep();
      this.onChange(id, draft.undo ? error.message : null);
      // A refusal will be the same again; a connection may come back.
      if (draft.undo || (error instanceof Refusal && error.status < 500)) return;
      const seconds = retryAfter[Math.min(attempt, retryAfter.length - 1)];
      this.#retries.set(id, setTimeout(() => this.#again(id, attempt + 1), seconds * 1000));
    }
  }

  #again(id, attempt) {
    const draft = this.#drafts.get(id);
    if (draft?.state === 'failed' && draft.again !== false) this.save(id, attempt);
  }

  #set(id, draft) {
    this.#drafts.set(id, draft);
    this.#keep();
    this.onChange(id);
  }

  #keep() { remember(sessionStorage, this.#key, this.#drafts.size === 0 ? null : Object.fromEntries(this.#drafts)); }

  #online = () => {
    for (const id of this.ids) this.#again(id, 0);
  };

  // A field with changes that nobody has finished: the browser asks before it closes the tab.
  #leaving = event => {
    for (const draft of this.#drafts.values()) if (draft.state !== 'saving' && draft.text.trim() !== draft.before.trim()) event.preventDefault();
  };
}
