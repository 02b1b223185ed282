// The reading page. The server renders the frame; this element fills it, and needs the circuit for nothing.

import { ask, copyText, element, prepare, recall, remember, sentence } from './dom.js';
import { Edits } from './edits.js';
import { Exports } from './exports.js';
import { Highlights } from './highlights.js';
import { clock, find, Model } from './model.js';
import { Player } from './player.js';
import { Rows } from './rows.js';
import { Selected } from './selection.js';
import { Strip } from './strip.js';
import { Subtitles } from './subtitles.js';
import { Tabs } from './tabs.js';
import { Toxicity } from './toxicity.js';
import { Voices } from './voices.js';
import { TurnWindow } from './window.js';

const settingsKey = 'transcript-reader';
const longestPick = 256; // characters of a phrase
const afterglow = 500; // milliseconds for which a word stays marked into a silence
const loads = new Map(); // address → promise; the frame is rendered twice, before and with the circuit

function load(address) {
  if (!loads.has(address)) {
    loads.set(address, fetch(address).then(async response => {
      if (!response.ok) throw new Error(await sentence(response));
      return response.json();
    }));
    setTimeout(() => loads.delete(address), 5000);
  }
  return loads.get(address);
}

class TranscriptReader extends HTMLElement {
  #settings = { threshold: 0, keys: true, ...recall(localStorage, settingsKey) };
  #stop = null; // ends every listener
  #model = null;
  #window;
  #player;
  #strip;
  #highlights;
  #edits;
  #rows;
  #selected;
  #exports;
  #tabs;
  #voices;
  #subtitles;
  #toxicity;
  #comeBack = null; // brings the text back to its place after another tab was looked at
  #redacted = false;
  #word = -1; // being said, or the last one before a silence
  #said = -1; // being said
  #turn = -1;
  #cursor = -1; // the word that keys are about
  #following = true;
  #matches = [];
  #match = -1;
  #uncertain = [];
  #addressTimer = 0;

  connectedCallback() { queueMicrotask(() => { if (this.isConnected && this.#stop === null) this.#start(); }); }

  disconnectedCallback() {
    this.#stop?.abort();
    this.#stop = null;
    clearTimeout(this.#addressTimer);
    for (const part of [this.#window, this.#player, this.#strip, this.#highlights, this.#edits]) part?.dispose();
  }

  // --- Starting ---

  #start() {
    this.#stop = new AbortController();
    this.#redacted = this.dataset.redacted === 'only';
    this.#highlights = new Highlights();
    this.#player = new Player(this.#part('player'), { address: this.dataset.media, type: this.dataset.mediaType });
    this.#player.onTime = time => this.#moved(time);
    this.#player.onRest = () => this.#rested();
    this.#player.onDuration = duration => this.#strip.stretch(duration);
    this.#strip = new Strip(this.#part('strip'), time => this.#seek(time));
    this.#exports = new Exports(this, () => ({ redacted: this.#redacted, places: this.#selected?.places ?? null }));
    const play = time => this.#seek(time);
    this.#tabs = new Tabs(this, left => this.#tabLeft(left), shown => this.#tabShown(shown));
    this.#voices = new Voices(this, { rename: speaker => this.#askName(speaker), turnOf: (voice, direction) => this.#turnOf(voice, direction), play });
    this.#toxicity = new Toxicity(this, play);
    this.#subtitles = new Subtitles(
      this, format => `${this.dataset.address}.${format}${this.#redacted ? '?redacted=true' : ''}`, { play, download: format => this.#exports.open(format) });
    this.#bind();
    this.#open();
  }

  async #open() {
    const status = this.#part('status');
    status.hidden = false;
    status.textContent = 'Loading the transcript…';
    this.#part('failure').hidden = true;
    try {
      const document = await load(`${this.dataset.address}/reading?redacted=${this.#redacted}`);
      if (this.isConnected) this.#show(new Model(document));
    } catch (error) {
      if (!this.isConnected) return;
      this.#part('failure').hidden = false;
      this.#part('failure-text').textContent = error instanceof TypeError ? 'The console did not answer.' : error.message;
    }
    status.hidden = true;
  }

  #show(model) {
    this.#model = model;
    this.#edits?.dispose();
    this.#window?.dispose();
    const list = this.#part('turns');
    this.#edits = new Edits(this.dataset.address, `transcript-edits:${this.dataset.address}:${this.dataset.created}:${this.#redacted}`, this.#redacted);
    this.#edits.onChange = (id, problem) => this.#draftChanged(id, problem);
    this.#edits.onSaved = (id, answer) => this.#saved(id, answer);
    this.#rows = new Rows(model, this.#edits, {
      edit: turn => this.#edit(turn),
      save: turn => this.#edits.save(model.turns[turn].id),
      cancel: turn => this.#cancel(turn),
      undo: turn => this.#edits.undo(model.turns[turn].id, model.versionOf(turn).version),
      rename: speaker => this.#askName(speaker),
      play: time => this.#seek(time),
    });
    this.#selected = new Selected(list, model);
    this.#window = new TurnWindow(this.#part('scroller'), list, index => this.#rows.make(index), (index, width) => this.#rows.guess(index, width));
    this.#window.onChange = () => this.#mark();
    this.#window.onScrolled = () => this.#scrolledAway();
    this.#part('scroller').hidden = false;
    this.#part('empty').hidden = model.turns.length > 0;
    for (const control of this.querySelectorAll('fieldset.reader-tools, [data-part=variant]')) control.disabled = this.dataset.interactive === undefined; // what is typed before would be lost with this frame
    this.#player.expect(model.duration);
    this.#strip.show(model, Math.max(model.duration, this.#player.duration));
    this.#window.reset(model.turns.length);
    this.#recount();
    this.#search();
    this.#listVoices();
    this.#toxicity.show(model.toxicity);
    this.#tabs.offer('speakers', model.speakers.length > 0);
    this.#tabs.offer('toxicity', model.toxicity.length > 0);
    this.#tabs.show(Tabs.asked);
    this.#textChanged();
    this.#pin();
    this.#edits.resume();
    this.#tellDrafts();
    const asked = Number.parseFloat(new URL(location.href).searchParams.get('t'));
    if (Number.isFinite(asked) && asked > 0) {
      this.#player.seek(asked * 1000);
      this.#window.intoPage();
    } else {
      this.#moved(this.#player.time);
    }
    this.dataset.ready = 'true';
    performance.mark('transcript-shown');
  }

  #part(name) { return this.querySelector(`[data-part=${name}]`); }

  #on(target, event, handler, options = {}) { target.addEventListener(event, handler, { ...options, signal: this.#stop.signal }); }

  #bind() {
    const press = (name, action) => this.#on(this.#part(name), 'click', action);
    press('retry', () => this.#open());
    press('return', () => this.#return());
    press('find-next', () => this.#step(1));
    press('find-previous', () => this.#step(-1));
    press('uncertain-next', () => this.#nextUncertain(1));
    press('uncertain-previous', () => this.#nextUncertain(-1));
    press('copy', () => this.#copy(false));
    press('copy-times', () => this.#copy(true));
    press('to-vocabulary', () => this.#pick('vocabulary-pick'));
    press('to-filter', () => this.#pick('filter-pick'));
    press('copy-link', () => this.#copyLink());
    press('alternatives', () => this.#alternatives());
    press('shortcuts', () => this.#help());
    press('show-draft', () => this.#showDraft());
    this.#on(this.#part('find'), 'input', () => this.#search());
    this.#on(this.#part('find'), 'keydown', event => {
      if (event.key === 'Enter') this.#step(event.shiftKey ? -1 : 1);
      else if (event.key === 'Escape' && event.target.value !== '') {
        event.target.value = '';
        this.#search();
      } else return;
      event.preventDefault();
    });
    for (const name of ['match-case', 'whole-word']) this.#on(this.#part(name), 'change', () => this.#search());
    const threshold = this.#part('threshold');
    threshold.value = String(this.#settings.threshold);
    this.#on(threshold, 'input', () => this.#setThreshold(threshold));
    this.#on(this.#part('keys-on'), 'change', event => this.#keep({ keys: event.target.checked }));
    const variant = this.#part('variant');
    if (variant) {
      this.#on(variant, 'change', () => {
        this.#redacted = variant.value === 'redacted';
        this.#open();
      });
    }

    const list = this.#part('turns');
    this.#on(list, 'click', event => this.#clicked(event));
    this.#on(list, 'dblclick', event => {
      const row = event.target.closest('.turn-text')?.closest('[data-turn]');
      if (row) this.#edit(Number(row.dataset.turn));
    });
    this.#on(document, 'keydown', event => this.#key(event));
    this.#on(document, 'selectionchange', () => this.#selectionChanged());
    this.#on(document, 'copy', event => {
      if (!this.#selected?.read()) return;
      event.clipboardData.setData('text/plain', this.#selected.text(false));
      event.preventDefault();
    });
    this.#on(this.#part('name-form'), 'submit', event => {
      event.preventDefault();
      this.#saveName();
    });
    for (const button of this.querySelectorAll('dialog [data-close]')) this.#on(button, 'click', () => button.closest('dialog').close());
    const redraw = () => this.#strip.draw();
    this.#on(matchMedia('(prefers-color-scheme: dark)'), 'change', redraw);
    const themes = new MutationObserver(redraw);
    themes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    this.#stop.signal.addEventListener('abort', () => themes.disconnect());
  }

  #keep(change) {
    Object.assign(this.#settings, change);
    remember(localStorage, settingsKey, this.#settings);
  }

  // --- Tabs ---

  #tabLeft(left) {
    if (left === 'text') this.#comeBack = this.#window?.leave() ?? null;
  }

  #tabShown(shown) {
    if (shown === 'text') {
      this.#comeBack?.();
      this.#comeBack = null;
      this.#moved(this.#player.time);
    } else if (shown === 'subtitles') {
      this.#subtitles.show();
    }
  }

  // Tables that show texts of their own.
  #textChanged() {
    this.#subtitles.forget();
    if (this.#tabs.current === 'subtitles') this.#subtitles.show();
  }

  #say(text) { this.#part('said').textContent = text; }

  // --- Playing ---

  #seek(milliseconds) {
    this.#following = true;
    this.#player.seek(milliseconds);
  }

  #moved(time) {
    this.#strip.move(time);
    const model = this.#model;
    if (model === null || model.turns.length === 0) return;
    const word = model.wordAt(time);
    const turn = word >= 0 ? model.turnOf[word] : model.turnAt(time);
    if (turn !== this.#turn) {
      this.#turn = turn;
      this.#markTurn();
    }
    this.#word = word;
    const said = word >= 0 && time <= model.end[word] + afterglow ? word : -1;
    if (said !== this.#said) {
      this.#said = said;
      this.#highlights.set('now', [this.#wordRange(said)]);
    }
    if (this.#following) this.#follow();
    this.#part('return').hidden = this.#following || this.#window.isVisible(turn);
  }

  #follow() {
    const range = () => this.#wordRange(this.#word);
    if (this.#word >= 0) this.#window.revealRange(this.#turn, range);
    else this.#window.reveal(this.#turn, false);
  }

  #return() {
    this.#tabs.show('text');
    this.#following = true;
    this.#follow();
    this.#window.intoPage();
    this.#part('return').hidden = true;
  }

  #scrolledAway() {
    if (this.#turn < 0) return;
    this.#following = false;
    this.#part('return').hidden = this.#window.isVisible(this.#turn);
  }

  // A link to this moment: not at every frame, for browsers count the changes of an address.
  #rested() {
    clearTimeout(this.#addressTimer);
    this.#addressTimer = setTimeout(() => history.replaceState(history.state, '', this.#addressAt(this.#player.time)), 300);
  }

  #addressAt(time) {
    const address = new URL(location.href);
    if (time > 0) address.searchParams.set('t', (time / 1000).toFixed(1));
    else address.searchParams.delete('t');
    return address;
  }

  #copyLink() {
    this.#say(copyText(this.#addressAt(this.#player.time).href) ? `The link to ${clock(this.#player.time)} was copied.` : 'The browser did not let the page copy.');
  }

  // --- Words ---

  #clicked(event) {
    const text = event.target.closest('.turn-text');
    if (text === null || !document.getSelection().isCollapsed || event.detail > 1) return;
    const turn = Number(text.closest('[data-turn]').dataset.turn);
    const word = this.#model.wordAtOffset(turn, offsetAt(text, event));
    if (word < 0) this.#seek(this.#model.turns[turn].start);
    else {
      this.#setCursor(word, false);
      this.#seek(this.#model.start[word]);
    }
  }

  #setCursor(word, reveal = true) {
    this.#cursor = word;
    if (reveal) {
      this.#tabs.show('text');
      this.#following = false;
      this.#window.revealRange(this.#model.turnOf[word], () => this.#wordRange(word));
      this.#window.intoPage();
      this.#say(this.#model.text(word));
    }
    this.#highlights.set('cursor', [this.#wordRange(word)]);
    this.#part('alternatives').disabled = !this.#model.hasAlternatives;
  }

  #moveCursor(steps) {
    const from = this.#cursor >= 0 ? this.#cursor : Math.max(0, this.#word) - steps;
    const word = Math.min(this.#model.wordCount - 1, Math.max(0, from + steps));
    if (this.#model.wordCount > 0) this.#setCursor(word);
  }

  #wordRange(word) {
    if (word < 0) return null;
    const { turnOf, offset, length } = this.#model;
    return this.#range(turnOf[word], offset[word], offset[word] + length[word]);
  }

  #range(turn, from, to) {
    const text = this.#window.rows.get(turn)?.querySelector('.turn-text')?.firstChild;
    if (!text || to > text.length) return null;
    const range = document.createRange();
    range.setStart(text, from);
    range.setEnd(text, to);
    return range;
  }

  // Everything that is marked in the rows which are in the document.
  #mark() {
    this.#markTurn();
    this.#highlights.set('now', [this.#wordRange(this.#said)]);
    this.#highlights.set('cursor', [this.#wordRange(this.#cursor)]);
    this.#markMatches();
    const model = this.#model;
    const kinds = { uncertain: [], redacted: [], filtered: [], typed: [] };
    for (const turn of this.#window.rows.keys()) {
      const first = model.firstWord(turn);
      for (let word = first; word < model.endWord(turn); word++)
        if (model.confidence[word] >= 0 && model.confidence[word] < this.#settings.threshold) kinds.uncertain.push(this.#wordRange(word));
      const { marks = [], original } = model.turns[turn];
      for (let at = 0; at < marks.length; at += 2) {
        const range = this.#wordRange(first + marks[at]);
        if (marks[at + 1] & 1) kinds.redacted.push(range);
        if (marks[at + 1] & 2) kinds.filtered.push(range);
        if (marks[at + 1] & 4 && original !== undefined) kinds.typed.push(range);
      }
    }
    for (const [name, ranges] of Object.entries(kinds)) this.#highlights.set(name, ranges);
  }

  #markTurn() {
    for (const [index, row] of this.#window.rows) {
      row.classList.toggle('now', index === this.#turn);
      if (index === this.#turn) row.setAttribute('aria-current', 'true');
      else row.removeAttribute('aria-current');
    }
  }

  // --- Uncertain words ---

  #setThreshold(field) {
    if (!field.validity.valid || field.value === '') return;
    this.#keep({ threshold: Number(field.value) });
    this.#recount();
    this.#mark();
  }

  #recount() {
    this.#uncertain = this.#model.uncertain(this.#settings.threshold);
    const count = this.#uncertain.length;
    this.#part('uncertain-count').textContent = this.#settings.threshold === 0 ? '' : `${count.toLocaleString()} ${count === 1 ? 'word' : 'words'}`;
    for (const name of ['uncertain-next', 'uncertain-previous']) this.#part(name).disabled = count === 0;
  }

  #nextUncertain(direction) {
    const found = this.#uncertain;
    if (found.length === 0) return;
    const from = this.#cursor >= 0 ? this.#cursor : direction > 0 ? this.#word : this.#word + 1;
    const next = direction > 0 ? found.find(word => word > from) ?? found[0] : found.findLast(word => word < from) ?? found.at(-1);
    this.#setCursor(next);
    this.#say(`${this.#model.text(next)}, ${this.#model.confidence[next]} per cent`);
  }

  async #alternatives() {
    if (this.#cursor < 0 || !this.#model.hasAlternatives) return;
    const turn = this.#model.turnOf[this.#cursor];
    const text = this.#model.text(this.#cursor);
    const dialog = this.#part('alternatives-dialog');
    const list = this.#part('alternatives-list');
    this.#part('alternatives-title').textContent = `Other readings of “${text}”`;
    list.replaceChildren(element('p', { role: 'status', text: 'Loading…' }));
    if (!dialog.open) dialog.showModal();
    try {
      const query = new URLSearchParams({ turn: this.#model.turns[turn].id, word: this.#cursor - this.#model.firstWord(turn), redacted: this.#redacted });
      const { answer } = await ask('GET', `${this.dataset.address}/alternatives?${query}`);
      const percent = confidence => confidence === null ? '' : ` (${Math.floor(confidence * 100)} %)`;
      list.replaceChildren(
        element('h3', { text: 'The word' }),
        answer.word.length === 0 ? element('p', { class: 'hint', text: 'No other reading of this word alone.' })
          : element('ul', {}, ...answer.word.map(reading => element('li', { dir: 'auto', text: `${reading.text}${percent(reading.confidence)}` }))),
        element('h3', { text: 'The segment' }),
        answer.segment.length === 0 ? element('p', { class: 'hint', text: 'The transcript has no readings of this segment.' })
          : element('ol', {}, ...answer.segment.map(reading => element('li', { dir: 'auto', text: reading }))));
    } catch (error) {
      list.replaceChildren(element('p', { role: 'alert', text: error.message }));
    }
  }

  // --- Finding ---

  #search() {
    if (this.#model === null) return;
    const options = { matchCase: this.#part('match-case').checked, wholeWord: this.#part('whole-word').checked };
    this.#matches = find(this.#model.turns, this.#part('find').value, options);
    this.#match = -1;
    for (const name of ['find-next', 'find-previous']) this.#part(name).disabled = this.#matches.length === 0;
    if (this.#matches.length > 0) {
      const top = this.#window.top;
      const near = this.#matches.findIndex(place => place.turn >= top);
      this.#match = near < 0 ? 0 : near;
      this.#goToMatch();
    } else {
      this.#markMatches();
    }
    this.#countMatches();
  }

  #step(direction) {
    const count = this.#matches.length;
    if (count === 0) return;
    this.#match = (this.#match + direction + count) % count;
    this.#goToMatch();
    this.#countMatches();
  }

  #goToMatch() {
    const { turn, from, to } = this.#matches[this.#match];
    this.#following = false;
    this.#window.revealRange(turn, () => this.#range(turn, from, to));
    this.#window.intoPage();
    const word = this.#model.wordAtOffset(turn, from);
    if (word >= 0) this.#setCursor(word, false); // Enter in the text plays from here
    this.#markMatches();
  }

  #markMatches() {
    const rows = this.#window.rows;
    const shown = this.#matches.filter(place => rows.has(place.turn));
    this.#highlights.set('match', shown.map(place => this.#range(place.turn, place.from, place.to)));
    const found = this.#matches[this.#match];
    this.#highlights.set('found', found ? [this.#range(found.turn, found.from, found.to)] : []);
  }

  #countMatches() {
    const text = this.#part('find').value.trim();
    this.#part('find-count').textContent = text === '' ? '' : this.#matches.length === 0 ? 'Not found' : `${(this.#match + 1).toLocaleString()} of ${this.#matches.length.toLocaleString()}`;
  }

  // --- Correcting ---

  #edit(turn) {
    const { id, text } = this.#model.turns[turn];
    this.#tabs.show('text');
    document.getSelection().removeAllRanges();
    this.#edits.begin(id, text, this.#model.versionOf(turn).version);
    this.#window.reveal(turn, false);
    const field = this.#window.rows.get(turn)?.querySelector('textarea');
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }

  #cancel(turn) {
    const { id } = this.#model.turns[turn];
    const draft = this.#edits.of(id);
    if (draft?.theirs) this.#model.replaceTurn(turn, draft.theirs);
    this.#edits.cancel(id);
    if (draft?.theirs) this.#changed();
    this.#focusTurn(turn);
  }

  #draftChanged(id, problem) {
    if (problem) this.#say(`The correction could not be undone. ${problem}`);
    const turn = this.#model.indexOf(id);
    if (turn < 0) return;
    const state = this.#window.rows.get(turn);
    const focused = state?.contains(document.activeElement) ?? false;
    this.#pin();
    this.#window.remake(turn);
    if (focused) this.#window.rows.get(turn)?.querySelector('textarea')?.focus();
    this.#tellDrafts();
  }

  #saved(id, answer) {
    const turn = this.#model.indexOf(id);
    if (turn < 0) return;
    const focused = this.#window.rows.get(turn)?.contains(document.activeElement) ?? false;
    this.#model.replaceTurn(turn, answer);
    this.#pin();
    this.#window.remake(turn);
    this.#changed();
    this.#say('Saved.');
    if (focused) this.#focusTurn(turn);
    this.#tellDrafts();
  }

  // The words have other numbers now.
  #changed() {
    this.#cursor = -1;
    [this.#word, this.#said, this.#turn] = [-1, -1, -1];
    this.#recount();
    const match = this.#match;
    this.#matches = this.#matches.length > 0 ? find(this.#model.turns, this.#part('find').value, { matchCase: this.#part('match-case').checked, wholeWord: this.#part('whole-word').checked }) : [];
    this.#match = Math.min(match, this.#matches.length - 1);
    this.#countMatches();
    const following = this.#following;
    this.#following = false;
    this.#moved(this.#player.time);
    this.#following = following;
    this.#mark();
    this.#strip.draw();
    this.#listVoices();
    this.#textChanged();
  }

  #focusTurn(turn) { this.#window.rows.get(turn)?.querySelector('.turn-edit')?.focus({ preventScroll: true }); }

  // Fields and ends of a selection stay, wherever the view goes.
  #pin() {
    const editing = this.#edits.ids.map(id => this.#model.indexOf(id)).filter(turn => turn >= 0);
    this.#window.pin([...editing, ...this.#selected.ends]);
  }

  #tellDrafts() {
    const open = this.#edits.ids.map(id => this.#model.indexOf(id));
    const lost = open.filter(turn => turn < 0).length;
    const waiting = open.length - lost;
    this.#part('drafts').hidden = waiting === 0;
    this.#part('drafts-text').textContent = waiting === 1 ? 'One correction is not saved.' : `${waiting} corrections are not saved.`;
  }

  #showDraft() {
    this.#tabs.show('text');
    const turn = this.#edits.ids.map(id => this.#model.indexOf(id)).find(index => index >= 0);
    if (turn === undefined) return;
    this.#following = false;
    this.#window.reveal(turn);
    this.#window.rows.get(turn)?.querySelector('textarea')?.focus({ preventScroll: true });
  }

  // --- Speakers ---

  #askName(speaker) {
    const { label, name, named } = this.#model.speakers[speaker];
    const form = this.#part('name-form');
    form.dataset.speaker = speaker;
    this.#part('name-label').textContent = label;
    this.#part('name-error').hidden = true;
    const field = this.#part('name');
    field.value = named ? name : '';
    field.placeholder = name;
    this.#part('name-dialog').showModal();
    field.select();
    prepare().catch(() => { /* asked for again when it is needed */ });
  }

  async #saveName() {
    const speaker = Number(this.#part('name-form').dataset.speaker);
    const { label } = this.#model.speakers[speaker];
    const error = this.#part('name-error');
    error.hidden = true;
    try {
      const body = { label, name: this.#part('name').value, version: this.#model.nameOf(speaker).version, redacted: this.#redacted };
      const { status, answer } = await ask('PUT', `${this.dataset.address}/speakers`, body, { accept: [409] });
      this.#model.rename(speaker, answer, unnamed(label));
      this.#listVoices();
      this.#textChanged();
      this.#window.remakeAll();
      this.#strip.draw();
      if (status === 200) {
        this.#part('name-dialog').close();
        this.#say(`${label} is ${this.#model.speakers[speaker].name}.`);
        return;
      }
      error.textContent = `${answer.by} has just named ${label} “${this.#model.speakers[speaker].name}”. Save again to use yours instead.`;
    } catch (problem) {
      error.textContent = `Not saved: ${problem instanceof TypeError ? 'the console did not answer.' : problem.message}`;
    }
    error.hidden = false;
  }

  #listVoices() {
    this.#voices.show(this.#model);
    this.#part('strip').setAttribute('aria-label', this.#voices.summary);
  }

  #turnOf(voice, direction) {
    const model = this.#model;
    const { of } = model.voices();
    for (let turn = this.#turn + direction; turn >= 0 && turn < model.turns.length; turn += direction) {
      if (of[model.turns[turn].speaker] !== voice || (model.continues(turn) && turn !== 0)) continue;
      this.#seek(model.turns[turn].start);
      this.#say(`${model.speakerName(turn)}, ${clock(model.turns[turn].start)}`);
      return;
    }
    this.#say('There is no further turn in that direction.');
  }

  // --- Selection ---

  #selectionChanged() {
    if (this.#selected === null || this.#selected === undefined) return;
    const before = this.#selected.ends.join();
    const some = this.#selected.read();
    for (const name of ['copy', 'copy-times', 'to-vocabulary', 'to-filter']) this.#part(name).disabled = !some;
    if (this.#selected.ends.join() !== before) this.#pin();
  }

  #copy(withTimes) {
    this.#selected.read();
    const text = this.#selected.text(withTimes);
    if (text === '') return;
    this.#say(copyText(text) ? 'Copied.' : 'The browser did not let the page copy.');
  }

  // The dialog is the page's own; it learns the word by a field's change.
  #pick(part) {
    this.#selected.read();
    const text = this.#selected.text(false);
    if (text === '') return;
    if (text.includes('\n') || text.length > longestPick) return this.#say('Select one word, or a few words of one turn.');
    const field = this.#part(part);
    field.value = text;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  // --- Keys ---

  #help() {
    this.#part('keys-on').checked = this.#settings.keys;
    this.#part('shortcuts-dialog').showModal();
  }

  #key(event) {
    if (this.#model === null || document.querySelector('dialog[open]')) return;
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'f') {
      const field = this.#part('find');
      if (document.activeElement === field) return; // pressed twice: the browser's own
      this.#tabs.show('text');
      field.focus();
      field.select();
      event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || !this.#settings.keys) return;
    const target = event.target instanceof Element ? event.target : document.body;
    if (target.closest('input, textarea, select, [contenteditable], [role=menu], [role=tablist]')) return;
    if ((event.key === ' ' || event.key === 'Enter') && target.closest('button, a, summary')) return;
    const action = this.#actionOf(event);
    if (action === null) return;
    event.preventDefault();
    action();
  }

  #actionOf(event) {
    switch (event.key.length === 1 ? event.key.toLowerCase() : event.key) {
      case ' ': case 'k': return () => this.#player.toggle();
      case 'j': case 'ArrowLeft': return () => this.#player.skip(-5);
      case 'l': case 'ArrowRight': return () => this.#player.skip(5);
      case ',': return () => this.#player.changeSpeed(-1);
      case '.': return () => this.#player.changeSpeed(1);
      case 'w': return () => this.#moveCursor(1);
      case 'b': return () => this.#moveCursor(-1);
      case 'Enter': return this.#cursor < 0 ? null : () => this.#seek(this.#model.start[this.#cursor]);
      case 'n': return () => this.#nextUncertain(1);
      case 'p': return () => this.#nextUncertain(-1);
      case 'a': return () => this.#alternatives();
      case 'e': return () => this.#edit(this.#turnOfKeys(event));
      case 'f': return () => this.#return();
      case '/': return () => {
        this.#tabs.show('text');
        this.#part('find').focus();
      };
      case '?': return () => this.#help();
      default: return null;
    }
  }

  #turnOfKeys(event) {
    const row = event.target instanceof Element ? event.target.closest('[data-turn]') : null;
    if (row) return Number(row.dataset.turn);
    return this.#cursor >= 0 ? this.#model.turnOf[this.#cursor] : Math.max(0, this.#turn);
  }
}

// As the server calls a label that nobody has named.
function unnamed(label) {
  return label.replace(/^spk_(\d+)$/, 'Speaker $1').replace(/^ch_(\d+)$/, 'Channel $1');
}

function offsetAt(text, { clientX, clientY }) {
  const caret = document.caretPositionFromPoint?.(clientX, clientY);
  if (caret) return caret.offsetNode === text.firstChild ? caret.offset : 0;
  const range = document.caretRangeFromPoint?.(clientX, clientY);
  return range?.startContainer === text.firstChild ? range.startOffset : 0;
}

// The frame that was rendered before the circuit comes is read from once, and its transcript is on its way before the rest is there.
if (!customElements.get('transcript-reader')) customElements.define('transcript-reader', TranscriptReader);
