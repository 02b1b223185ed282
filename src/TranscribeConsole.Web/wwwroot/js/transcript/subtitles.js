import { element, sentence } from './dom.js';
import { PagedTable } from './paged-table.js';
import { timeButton } from './rows.js';

/** The tab Subtitles: the job's own file, or the one that its download makes; as a table of cues or as it is. */
export class Subtitles {
  #root;
  #address; // of a format, in the variant that is shown
  #table;
  #cues = [];
  #asked = 0;
  #shown = null; // address of what is on screen

  /** @param address Makes the address of a format. @param actions play and download. */
  constructor(root, address, { play, download }) {
    [this.#root, this.#address] = [root, address];
    this.#table = new PagedTable(root, 'cues', at => this.#row(this.#cues[at], play));
    this.#part('view').addEventListener('change', () => this.show());
    this.#part('download').addEventListener('click', () => download(this.#format));
  }

  /** The texts have changed: what is on screen is read again when it is looked at next. */
  forget() { this.#shown = null; }

  async show() {
    const address = this.#address(this.#format);
    const view = this.#part('view').value;
    this.#part('cues').hidden = view !== 'cues';
    this.#part('file').hidden = view === 'cues';
    if (this.#shown === `${view} ${address}`) return;
    const asked = ++this.#asked;
    this.#part('failure').hidden = true;
    this.#part('said').textContent = 'Loading the subtitles…';
    try {
      const response = await fetch(address, { cache: 'no-store' });
      if (!response.ok) throw new Error(await sentence(response));
      const file = await response.text();
      if (asked !== this.#asked) return;
      this.#cues = cuesOf(file);
      if (view === 'cues') this.#table.show(this.#cues.length);
      else this.#part('file').textContent = file;
      this.#shown = `${view} ${address}`;
      this.#part('said').textContent = `${this.#cues.length.toLocaleString()} ${this.#cues.length === 1 ? 'cue' : 'cues'}`;
    } catch (error) {
      if (asked !== this.#asked) return;
      this.#part('said').textContent = '';
      this.#part('failure').hidden = false;
      this.#part('failure').textContent = `The subtitles could not be read. ${error instanceof TypeError ? 'The console did not answer.' : error.message}`;
    }
  }

  get #format() { return this.#part('view').value === 'vtt' ? 'vtt' : 'srt'; }

  #part(name) { return this.#root.querySelector(`[data-part=subtitles-${name}]`); }

  #row({ number, from, to, text }, play) {
    return element('tr', {},
      element('td', { text: number }),
      element('td', { class: 'time' }, timeButton(milliseconds(from), from, play)),
      element('td', { class: 'time', text: to }),
      element('td', { class: 'said', dir: 'auto', text }));
  }
}

/** The cues of a SubRip or WebVTT file: number, times as they are written, text. */
export function cuesOf(file) {
  return file.replaceAll('\r\n', '\n').split(/\n{2,}/).flatMap(block => {
    const lines = block.trim().split('\n');
    const at = lines.findIndex(line => line.includes(' --> '));
    if (at < 0) return [];
    const [from, to] = lines[at].split(' --> ');
    return [{ number: at > 0 ? lines[at - 1] : '', from, to: to.split(' ')[0], text: lines.slice(at + 1).join('\n') }];
  });
}

function milliseconds(time) {
  const parts = time.replace(',', '.').split(':').map(Number);
  return Math.round(parts.reduce((sum, part) => sum * 60 + part, 0) * 1000);
}
