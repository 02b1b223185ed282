import { element } from './dom.js';
import { clock } from './model.js';
import { PagedTable } from './paged-table.js';
import { timeButton } from './rows.js';

/** Who speaks, how much, and the turns of each: the tab Audio identification. */
export class Voices {
  #root;
  #actions;
  #model = null;
  #table;
  #spoken;
  #names = [];
  #of = [];
  #time = [];
  #count = [];
  #turns = []; // that are listed

  /** @param actions rename, turnOf and play, each with what it is about. */
  constructor(root, actions) {
    [this.#root, this.#actions] = [root, actions];
    this.#table = new PagedTable(root, 'voices', voice => this.#row(voice));
    this.#spoken = new PagedTable(root, 'spoken', at => this.#turn(this.#turns[at]));
    this.#choice.addEventListener('change', () => this.#list());
  }

  show(model) {
    this.#model = model;
    const { names, of } = model.voices();
    [this.#names, this.#of] = [names, of];
    this.#time = names.map(() => 0);
    this.#count = names.map(() => 0);
    model.turns.forEach((turn, index) => {
      if (turn.speaker === undefined) return;
      this.#time[of[turn.speaker]] += turn.end - turn.start;
      if (!model.continues(index)) this.#count[of[turn.speaker]]++;
    });
    const chosen = this.#choice.value;
    this.#choice.replaceChildren(
      element('option', { value: '', text: 'all speakers' }), ...names.map((name, voice) => element('option', { value: String(voice), text: name })));
    this.#choice.value = Number(chosen) < names.length ? chosen : '';
    this.#table.show(names.length);
    this.#list();
  }

  /** In words, for those who don't see the strip. */
  get summary() {
    return this.#names.length === 0 ? 'When there is speech' : `Who speaks when: ${this.#names.map((name, voice) => `${name} ${this.#share(voice)} per cent`).join(', ')}`;
  }

  get #choice() { return this.#root.querySelector('[data-part=voice]'); }

  #share(voice) { return Math.round(this.#time[voice] / (this.#time.reduce((sum, part) => sum + part, 0) || 1) * 100); }

  #list() {
    const wanted = this.#choice.value;
    this.#turns = [...this.#model.turns.keys()].filter(turn => wanted === '' || this.#of[this.#model.turns[turn].speaker] === Number(wanted));
    this.#spoken.show(this.#turns.length);
  }

  #row(voice) {
    const model = this.#model;
    const name = this.#names[voice];
    const labels = model.speakers.map((speaker, index) => ({ ...speaker, index })).filter(speaker => this.#of[speaker.index] === voice);
    return element('tr', {},
      element('th', { scope: 'row' }, element('span', { class: `swatch voice-${voice % 8}`, 'aria-hidden': 'true' }), element('bdi', { text: name })),
      element('td', { text: labels.map(speaker => speaker.label).join(', ') }),
      element('td', { text: `${this.#share(voice)} %` }),
      element('td', { text: String(this.#count[voice]) }),
      element('td', {}, element('div', { class: 'voice-actions' },
        ...labels.map(speaker => element('button', {
          type: 'button', class: 'button button-inline', 'aria-label': `Rename ${speaker.name} (${speaker.label})`,
          text: labels.length > 1 ? `Rename ${speaker.label}` : 'Rename', onclick: () => this.#actions.rename(speaker.index),
        })),
        element('button', { type: 'button', class: 'button button-inline', 'aria-label': `Previous turn of ${name}`, text: 'Previous turn', onclick: () => this.#actions.turnOf(voice, -1) }),
        element('button', { type: 'button', class: 'button button-inline', 'aria-label': `Next turn of ${name}`, text: 'Next turn', onclick: () => this.#actions.turnOf(voice, 1) }))));
  }

  #turn(index) {
    const model = this.#model;
    const { text, start } = model.turns[index];
    return element('tr', {},
      element('td', { class: 'time' }, timeButton(start, clock(start), this.#actions.play)),
      element('td', {}, element('bdi', { text: model.speakerName(index) ?? '' })),
      element('td', { class: 'said', dir: 'auto', lang: model.languageOf(index), text }));
  }
}
