// The reading page. The server renders the frame; this element fills it, and needs the circuit for nothing.

import { showAlternatives } from './alternatives.js';
import { Corrections } from './corrections.js';
import { recall, remember, sentence } from './dom.js';
import { Edits } from './edits.js';
import { Exports } from './exports.js';
import { Finder } from './finder.js';
import { Highlights } from './highlights.js';
import { actionOf } from './keys.js';
import { Marks } from './marks.js';
import { clock, Model } from './model.js';
import { Moment } from './moment.js';
import { NameDialog } from './name-dialog.js';
import { Player } from './player.js';
import { Rows } from './rows.js';
import { Selected } from './selection.js';
import { SelectionTools } from './selection-tools.js';
import { Strip } from './strip.js';
import { Subtitles } from './subtitles.js';
import { Tabs } from './tabs.js';
import { Toxicity } from './toxicity.js';
import { Uncertain } from './uncertain.js';
import { Voices } from './voices.js';
import { TurnWindow } from './window.js';

const settingsKey = 'transcript-reader';
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
  #moment;
  #strip;
  #highlights;
  #marks;
  #edits;
  #corrections;
  #rows;
  #selected;
  #tools;
  #uncertain;
  #exports;
  #tabs;
  #voices;
  #subtitles;
  #toxicity;
  #finder;
  #names;
  #comeBack = null; // brings the text back to its place after another tab was looked at
  #redacted = false;
  #word = -1; // being said, or the last one before a silence
  #said = -1; // being said
  #turn = -1;
  #cursor = -1; // the word that keys are about
  #following = true;

  connectedCallback() { queueMicrotask(() => { if (this.isConnected && this.#stop === null) this.#start(); }); }

  disconnectedCallback() {
    this.#stop?.abort();
    this.#stop = null;
    for (const part of [this.#window, this.#player, this.#moment, this.#strip, this.#highlights, this.#edits]) part?.dispose();
  }

  // --- Starting ---

  #start() {
    this.#stop = new AbortController();
    this.#redacted = this.dataset.redacted === 'only';
    this.#highlights = new Highlights();
    this.#player = new Player(this.#part('player'), { address: this.dataset.media, type: this.dataset.mediaType });
    this.#player.onTime = time => this.#moved(time);
    this.#player.onPlay = () => { if (this.#following && this.#window && !this.#part('scroller').hidden) this.#window.intoPage(); };
    this.#moment = new Moment(this.#player);
    this.#player.onRest = () => this.#moment.rested();
    this.#player.onDuration = duration => this.#strip.stretch(duration);
    this.#strip = new Strip(this.#part('strip'), time => this.#seek(time));
    this.#exports = new Exports(this, () => ({ redacted: this.#redacted, places: this.#selected?.places ?? null }));
    const play = time => this.#seek(time);
    this.#tabs = new Tabs(this, left => this.#tabLeft(left), shown => this.#tabShown(shown));
    this.#voices = new Voices(this, { rename: speaker => this.#askName(speaker), turnOf: (voice, direction) => this.#turnOf(voice, direction), play });
    this.#toxicity = new Toxicity(this, play);
    this.#subtitles = new Subtitles(
      this, format => `${this.dataset.address}.${format}${this.#redacted ? '?redacted=true' : ''}`, { play, download: format => this.#exports.open(format) });
    this.#finder = new Finder(this, {
      top: () => this.#window.top,
      show: place => this.#showPlace(place),
      mark: (name, places) => this.#marks.places(name, places),
    });
    this.#tools = new SelectionTools(this, { pin: () => this.#pin(), say: text => this.#say(text) });
    this.#uncertain = new Uncertain(this, this.#settings.threshold, {
      changed: threshold => this.#thresholdChanged(threshold),
      from: direction => this.#cursor >= 0 ? this.#cursor : direction > 0 ? this.#word : this.#word + 1,
      show: word => this.#showUncertain(word),
    });
    this.#names = new NameDialog(this, {
      address: this.dataset.address,
      redacted: () => this.#redacted,
      model: () => this.#model,
      renamed: () => this.#renamed(),
      say: text => this.#say(text),
    });
    this.#bind();
    this.#open();
  }

  async #open() {
    const status = this.#part('status');
    status.hidden = false;
    status.textContent = 'Loading the transcript…';
    this.#part('failure').hidden = true;
    this.#part('scroller').hidden = true; // the other variant is not to be read meanwhile
    try {
      const coming = load(`${this.dataset.address}/reading?redacted=${this.#redacted}`);
      recall(sessionStorage, ''); // the browser fetches what the tab keeps at its first use, and everything waits: better now than when the text is there
      const document = await coming;
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
    this.#corrections = new Corrections(this, model, this.#edits, {
      window: () => this.#window,
      toText: () => this.#tabs.show('text'),
      pin: () => this.#pin(),
      changed: () => this.#changed(),
      leave: () => { this.#following = false; },
      say: text => this.#say(text),
    });
    this.#rows = new Rows(model, this.#edits, {
      edit: turn => this.#corrections.edit(turn),
      save: turn => this.#corrections.save(turn),
      cancel: turn => this.#corrections.cancel(turn),
      undo: turn => this.#corrections.undo(turn),
      rename: speaker => this.#askName(speaker),
      play: time => this.#seek(time),
    });
    this.#selected = new Selected(list, model);
    this.#tools.of(this.#selected);
    this.#window = new TurnWindow(this.#part('scroller'), list, index => this.#rows.make(index), (index, width) => this.#rows.guess(index, width));
    this.#marks = new Marks(model, this.#window, this.#highlights);
    this.#window.onChange = () => this.#mark();
    this.#window.onScrolled = () => this.#scrolledAway();
    this.#window.onPageScrolled = () => {
      if (this.#player.playing && !this.#window.isInPage) this.#scrolledAway();
      else this.#offerReturn();
    };
    this.#part('scroller').hidden = false;
    this.#part('empty').hidden = model.turns.length > 0;
    for (const control of this.querySelectorAll('fieldset.reader-tools, [data-part=variant]')) control.disabled = this.dataset.interactive === undefined; // what is typed before would be lost with this frame
    this.#player.expect(model.duration);
    this.#strip.show(model, Math.max(model.duration, this.#player.duration));
    this.#window.reset(model.turns.length);
    this.#uncertain.count(model);
    this.#finder.search(model);
    this.#listVoices();
    this.#toxicity.show(model.toxicity);
    this.#tabs.offer('speakers', model.speakers.length > 0);
    this.#tabs.offer('toxicity', model.toxicity.length > 0);
    this.#tabs.show(Tabs.asked);
    this.#textChanged();
    this.#pin();
    this.#edits.resume();
    this.#corrections.tell();
    const { asked } = Moment;
    if (asked > 0) {
      this.#player.seek(asked);
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
    press('copy-link', () => this.#say(this.#moment.copy()));
    press('alternatives', () => this.#alternatives());
    press('shortcuts', () => this.#help());
    press('show-draft', () => this.#corrections.showFirst());
    const on = (target, event, handler) => this.#on(target, event, handler);
    for (const part of [this.#finder, this.#names, this.#uncertain, this.#tools]) part.listen(on);
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
      if (row) this.#corrections.edit(Number(row.dataset.turn));
    });
    this.#on(document, 'keydown', event => this.#key(event));
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
      this.#marks.turn(turn);
    }
    this.#word = word;
    const said = word >= 0 && time <= model.end[word] + afterglow ? word : -1;
    if (said !== this.#said) {
      this.#said = said;
      this.#marks.now(said);
    }
    if (this.#following) this.#follow();
    this.#offerReturn();
  }

  #offerReturn() {
    const button = this.#part('return');
    const inPage = this.#window.isInPage;
    button.hidden = this.#following || this.#turn < 0 || (inPage && this.#window.isVisible(this.#turn));
    button.classList.toggle('away', !inPage);
  }

  #follow() {
    if (this.#player.playing && !this.#window.isInPage) this.#window.intoPage(); // a window that was made smaller
    const range = () => this.#marks.word(this.#word);
    if (this.#word >= 0) this.#window.revealRange(this.#turn, range);
    else this.#window.reveal(this.#turn, false);
  }

  #return() {
    this.#tabs.show('text');
    this.#following = true;
    this.#follow();
    this.#window.intoPage();
    this.#offerReturn();
  }

  #scrolledAway() {
    if (this.#turn < 0) return;
    this.#following = false;
    this.#offerReturn();
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
      this.#window.revealRange(this.#model.turnOf[word], () => this.#marks.word(word));
      this.#window.intoPage();
      this.#say(this.#model.text(word));
    }
    this.#marks.cursor(word);
    this.#part('alternatives').disabled = !this.#model.hasAlternatives;
  }

  #moveCursor(steps) {
    const from = this.#cursor >= 0 ? this.#cursor : Math.max(0, this.#word) - steps;
    const word = Math.min(this.#model.wordCount - 1, Math.max(0, from + steps));
    if (this.#model.wordCount > 0) this.#setCursor(word);
  }

  // Everything that is marked in the rows which are in the document.
  #mark() {
    this.#marks.turn(this.#turn);
    this.#marks.now(this.#said);
    this.#marks.cursor(this.#cursor);
    this.#finder.mark();
    this.#marks.kinds(confidence => this.#uncertain.has(confidence));
  }

  // --- Uncertain words ---

  #thresholdChanged(threshold) {
    this.#keep({ threshold });
    if (this.#model !== null) this.#mark();
  }

  #showUncertain(word) {
    this.#setCursor(word);
    this.#say(`${this.#model.text(word)}, ${this.#model.confidence[word]} per cent`);
  }

  #alternatives() {
    if (this.#cursor >= 0 && this.#model.hasAlternatives) showAlternatives(this, this.dataset.address, this.#redacted, this.#model, this.#cursor);
  }

  // --- Finding ---

  #showPlace({ turn, from, to }) {
    this.#following = false;
    this.#window.revealRange(turn, () => this.#marks.range(turn, from, to));
    this.#window.intoPage();
    const word = this.#model.wordAtOffset(turn, from);
    if (word >= 0) this.#setCursor(word, false); // Enter in the text plays from here
  }

  // --- Correcting ---

  // The words have other numbers now.
  #changed() {
    this.#cursor = -1;
    [this.#word, this.#said, this.#turn] = [-1, -1, -1];
    this.#uncertain.count(this.#model);
    this.#finder.again();
    const following = this.#following;
    this.#following = false;
    this.#moved(this.#player.time);
    this.#following = following;
    this.#mark();
    this.#strip.draw();
    this.#listVoices();
    this.#textChanged();
  }

  // Fields and ends of a selection stay, wherever the view goes.
  #pin() {
    this.#window.pin([...this.#corrections.turns, ...this.#selected.ends]);
  }

  // --- Speakers ---

  #askName(speaker) {
    if (this.dataset.readOnly) return this.#say('Only the owner of the job and managers may name its speakers.');
    this.#names.open(this.#model, speaker);
  }

  #renamed() {
    this.#listVoices();
    this.#textChanged();
    this.#window.remakeAll();
    this.#strip.draw();
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

  // --- Keys ---

  #help() {
    this.#part('keys-on').checked = this.#settings.keys;
    this.#part('shortcuts-dialog').showModal();
  }

  #key(event) {
    if (this.#model === null) return;
    const action = actionOf(event, this.#settings.keys, this.#finder.field);
    if (action === null || (action === 'playWord' && this.#cursor < 0)) return;
    event.preventDefault();
    switch (action) {
      case 'toggle': return this.#player.toggle();
      case 'back': return this.#player.skip(-5);
      case 'forward': return this.#player.skip(5);
      case 'slower': return this.#player.changeSpeed(-1);
      case 'faster': return this.#player.changeSpeed(1);
      case 'nextWord': return this.#moveCursor(1);
      case 'previousWord': return this.#moveCursor(-1);
      case 'playWord': return this.#seek(this.#model.start[this.#cursor]);
      case 'nextUncertain': return this.#uncertain.next(1);
      case 'previousUncertain': return this.#uncertain.next(-1);
      case 'alternatives': return this.#alternatives();
      case 'edit': return this.#corrections.edit(this.#turnOfKeys(event));
      case 'return': return this.#return();
      case 'help': return this.#help();
      default:
        this.#tabs.show('text');
        this.#finder.field.focus();
        if (action === 'findAll') this.#finder.field.select();
    }
  }

  #turnOfKeys(event) {
    const row = event.target instanceof Element ? event.target.closest('[data-turn]') : null;
    if (row) return Number(row.dataset.turn);
    return this.#cursor >= 0 ? this.#model.turnOf[this.#cursor] : Math.max(0, this.#turn);
  }
}

function offsetAt(text, { clientX, clientY }) {
  const caret = document.caretPositionFromPoint?.(clientX, clientY);
  if (caret) return caret.offsetNode === text.firstChild ? caret.offset : 0;
  const range = document.caretRangeFromPoint?.(clientX, clientY);
  return range?.startContainer === text.firstChild ? range.startOffset : 0;
}

// The frame that was rendered before the circuit comes is read from once, and its transcript is on its way before the rest is there.
if (!customElements.get('transcript-reader')) customElements.define('transcript-reader', TranscriptReader);
