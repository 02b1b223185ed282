import { sentence } from './dom.js';
import { clock } from './model.js';

const speeds = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3];

/** The job's media with controls of the page's own. Without media the position still moves, so that the transcript can be walked through. */
export class Player {
  #root;
  #media;
  #address;
  #position = 0; // milliseconds
  #asked = 0; // milliseconds; may lie behind the transcript's end, where the media has not yet said that it goes on
  #duration = 0;
  #lengthKnown = false;
  #usable = false;
  #frame = 0;

  /** Called with milliseconds, as often as the screen is drawn. */
  onTime = () => {};
  /** Called with milliseconds when it turns out how long the media is. */
  onDuration = () => {};
  /** Called when the position has come to rest: after a jump or a pause. */
  onRest = () => {};
  /** Called when the media begins to play. */
  onPlay = () => {};

  constructor(root, { address, type }) {
    this.#root = root;
    this.#address = address;
    this.#media = root.querySelector('video');
    this.#listen();
    if (!address) return; // a transcript alone
    if (type !== '' && this.#media.canPlayType(type) === '') {
      this.#explain();
      return;
    }
    // The page is complete without its media, which may be slow to come.
    if (document.readyState === 'complete') this.#load();
    else window.addEventListener('load', this.#load, { once: true });
  }

  get time() { return this.#position; }

  /** Where the player is to be: while nobody knows how long the media is, what was asked for counts. */
  get goal() { return this.#lengthKnown ? this.#position : Math.max(this.#position, this.#asked); }

  get duration() { return this.#duration; }

  get playing() { return this.#usable && !this.#media.paused; }

  /** The transcript's end, until the media says how long it is. */
  expect(milliseconds) { this.#last(milliseconds); }

  seek(milliseconds) {
    const limit = this.#duration || Infinity;
    this.#asked = milliseconds;
    this.#position = Math.min(limit, Math.max(0, milliseconds));
    if (this.#media.src !== '') this.#media.currentTime = this.#position / 1000;
    this.#show();
    this.onTime(this.#position);
    this.onRest(this.#position);
  }

  skip(seconds) { this.seek(this.#position + seconds * 1000); }

  async toggle() {
    if (this.#media.src === '') return;
    if (!this.#media.paused) {
      this.#media.pause();
      return;
    }
    try {
      await this.#media.play();
    } catch (error) {
      if (error.name === 'NotAllowedError') this.#say('The browser does not let the page play sound. Press Play.');
    }
  }

  changeSpeed(steps) {
    const at = speeds.indexOf(this.#media.playbackRate);
    this.#setSpeed(speeds[Math.min(speeds.length - 1, Math.max(0, at + steps))]);
  }

  dispose() {
    window.removeEventListener('load', this.#load);
    cancelAnimationFrame(this.#frame);
    this.#media.pause();
    this.#media.removeAttribute('src');
    this.#media.load();
  }

  #load = () => {
    this.#media.src = this.#address;
    this.#media.load();
  };

  #part(name) { return this.#root.querySelector(`[data-player=${name}]`); }

  #listen() {
    this.#part('play').addEventListener('click', () => this.toggle());
    this.#part('back').addEventListener('click', () => this.skip(-5));
    this.#part('forward').addEventListener('click', () => this.skip(5));
    this.#part('mute').addEventListener('click', () => { this.#media.muted = !this.#media.muted; });
    this.#part('speed').addEventListener('change', event => this.#setSpeed(Number(event.target.value)));
    this.#part('position').addEventListener('input', event => this.seek(Number(event.target.value) * 1000));
    const media = this.#media;
    media.addEventListener('loadedmetadata', () => {
      this.#usable = true;
      for (const name of ['play', 'speed', 'mute']) this.#part(name).disabled = false;
      media.hidden = media.videoWidth === 0;
      if (this.#position > 0) media.currentTime = this.#position / 1000; // where the page was opened or moved to meanwhile
      if (!Number.isFinite(media.duration)) return;
      this.#lengthKnown = true;
      this.#last(media.duration * 1000);
      this.onDuration(this.#duration);
      if (this.#asked > this.#position) this.seek(this.#asked);
    });
    media.addEventListener('error', () => this.#explain());
    media.addEventListener('play', () => {
      this.#playing(true);
      this.onPlay();
      this.#follow();
    });
    for (const name of ['pause', 'ended']) {
      media.addEventListener(name, () => {
        this.#playing(false);
        this.#take();
        this.onRest(this.#position);
      });
    }
    media.addEventListener('seeked', () => this.#take());
    media.addEventListener('volumechange', () => this.#part('mute').setAttribute('aria-pressed', String(media.muted)));
    media.addEventListener('waiting', () => this.#part('state').textContent = 'Loading the media…');
    for (const name of ['playing', 'canplay']) media.addEventListener(name, () => this.#part('state').textContent = '');
  }

  #follow() {
    cancelAnimationFrame(this.#frame);
    const step = () => {
      this.#take();
      if (!this.#media.paused) this.#frame = requestAnimationFrame(step);
    };
    this.#frame = requestAnimationFrame(step);
  }

  #take() {
    if (this.#media.seeking) return; // it still tells where it was
    this.#position = this.#media.currentTime * 1000;
    this.#show();
    this.onTime(this.#position);
  }

  #playing(on) {
    const button = this.#part('play');
    button.setAttribute('aria-label', on ? 'Pause' : 'Play');
    button.dataset.playing = String(on);
  }

  #setSpeed(speed) {
    this.#media.playbackRate = speed;
    this.#media.preservesPitch = true;
    this.#part('speed').value = String(speed);
    this.#part('state').textContent = `Speed ${speed}×`;
  }

  #last(milliseconds) {
    this.#duration = Math.max(this.#duration, milliseconds);
    this.#part('position').max = String(this.#duration / 1000);
    this.#show();
  }

  #show() {
    const slider = this.#part('position');
    slider.value = String(this.#position / 1000);
    slider.setAttribute('aria-valuetext', `${clock(this.#position)} of ${clock(this.#duration)}`);
    const text = `${clock(this.#position)} / ${clock(this.#duration)}`;
    if (this.#part('time').textContent !== text) this.#part('time').textContent = text;
  }

  // A media element only says that it can't; the console knows whether the media is gone.
  async #explain() {
    if (!this.#root.isConnected || this.#root.dataset.trouble) return;
    this.#media.hidden = true;
    this.#media.removeAttribute('src');
    this.#usable = false;
    for (const name of ['play', 'speed', 'mute']) this.#part(name).disabled = true;
    try {
      const answer = await fetch(this.#address, { headers: { Range: 'bytes=0-0' } });
      if (answer.ok || answer.status === 416) {
        await answer.body?.cancel();
        this.#trouble(`The browser can\u2019t play this media: its format or codec is not one it knows.${this.#part('download') ? ' Download it to play it in another program.' : ''}`, true);
      } else {
        this.#trouble(`The media can\u2019t be played. ${await sentence(answer)}`, false);
      }
    } catch {
      this.#trouble('The media can\u2019t be played: the console did not answer. Reload the page to try again.', false);
    }
  }

  #trouble(text, downloadable) {
    this.#root.dataset.trouble = 'true';
    this.#part('trouble').hidden = false;
    this.#part('reason').textContent = text;
    const download = this.#part('download'); // not there for whoever may only listen
    if (download) download.hidden = !downloadable;
  }

  #say(text) { this.#part('state').textContent = text; }
}
