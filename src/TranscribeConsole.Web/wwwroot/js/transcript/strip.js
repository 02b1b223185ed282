// Who speaks when, drawn from the transcript: a lane for each voice, a line for the position.

const lanes = 12; // more voices share lanes

/** Draws into the canvas; a press on it calls seek with milliseconds. */
export class Strip {
  #canvas;
  #model = null;
  #duration = 1;
  #position = 0;
  #picture = null; // the lanes, without the position
  #watch;

  constructor(canvas, seek) {
    this.#canvas = canvas;
    canvas.addEventListener('pointerdown', event => {
      if (event.button !== 0) return;
      canvas.setPointerCapture(event.pointerId);
      seek(this.#timeOf(event));
    });
    canvas.addEventListener('pointermove', event => {
      if (event.buttons & 1) seek(this.#timeOf(event));
    });
    this.#watch = new ResizeObserver(() => this.draw());
    this.#watch.observe(canvas);
  }

  show(model, duration) {
    [this.#model, this.#duration] = [model, Math.max(1, duration)];
    this.draw();
  }

  /** The media is as long as this, in milliseconds. */
  stretch(duration) {
    this.#duration = Math.max(1, duration);
    this.draw();
  }

  move(milliseconds) {
    this.#position = milliseconds;
    this.#paint();
  }

  /** All of it, for another size, theme or name. */
  draw() {
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    if (this.#model === null || width === 0) return;
    const scale = window.devicePixelRatio || 1;
    this.#picture = new OffscreenCanvas(Math.round(width * scale), Math.round(height * scale));
    this.#canvas.width = this.#picture.width;
    this.#canvas.height = this.#picture.height;
    const pen = this.#picture.getContext('2d');
    const colours = this.#colours();
    const { names, of } = this.#model.voices();
    const count = Math.min(lanes, Math.max(1, names.length));
    const lane = this.#picture.height / count;
    for (const turn of this.#model.turns) {
      const voice = turn.speaker === undefined ? 0 : of[turn.speaker];
      const from = turn.start / this.#duration * this.#picture.width;
      const length = Math.max(scale, (turn.end - turn.start) / this.#duration * this.#picture.width);
      pen.fillStyle = colours[voice % colours.length];
      pen.fillRect(from, voice % count * lane + scale / 2, length, Math.max(scale, lane - scale));
    }
    this.#paint();
  }

  dispose() { this.#watch.disconnect(); }

  #paint() {
    if (this.#picture === null) return;
    const pen = this.#canvas.getContext('2d');
    pen.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    pen.drawImage(this.#picture, 0, 0);
    const scale = window.devicePixelRatio || 1;
    const at = Math.min(this.#position / this.#duration, 1) * (this.#canvas.width - 2 * scale);
    pen.fillStyle = getComputedStyle(this.#canvas).color;
    pen.fillRect(at, 0, 2 * scale, this.#canvas.height);
  }

  #colours() {
    const style = getComputedStyle(this.#canvas);
    return Array.from({ length: 8 }, (_, number) => style.getPropertyValue(`--voice-${number}`).trim()).map(value => resolved(this.#canvas, value));
  }

  #timeOf(event) {
    const box = this.#canvas.getBoundingClientRect();
    return Math.min(1, Math.max(0, (event.clientX - box.left) / box.width)) * this.#duration;
  }
}

// A canvas does not know light-dark(); an element's colour does.
function resolved(canvas, value) {
  const before = canvas.style.outlineColor;
  canvas.style.outlineColor = value;
  const colour = getComputedStyle(canvas).outlineColor;
  canvas.style.outlineColor = before;
  return colour;
}
