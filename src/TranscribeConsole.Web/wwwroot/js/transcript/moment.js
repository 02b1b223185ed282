import { copyText } from './dom.js';
import { clock } from './model.js';

const patience = 300; // milliseconds of rest: browsers count the changes of an address

/** The moment in the page's address. The frame that the circuit renders, and everybody who gets the link, begins there. */
export class Moment {
  #player;
  #timer = 0;

  constructor(player) { this.#player = player; }

  /** Milliseconds; 0: the address names none. */
  static get asked() {
    const seconds = Number.parseFloat(new URL(location.href).searchParams.get('t'));
    return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 0;
  }

  /** The position has come to rest. */
  rested() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => history.replaceState(history.state, '', this.#address(this.#player.goal)), patience);
  }

  /** Copies the link; answers what there is to say. */
  copy() {
    const { time } = this.#player;
    return copyText(this.#address(time).href) ? `The link to ${clock(time)} was copied.` : 'The browser did not let the page copy.';
  }

  dispose() { clearTimeout(this.#timer); }

  #address(time) {
    const address = new URL(location.href);
    if (time > 0) address.searchParams.set('t', (time / 1000).toFixed(1));
    else address.searchParams.delete('t');
    return address;
  }
}
