/** A table of which one page of rows is in the document, however many there are. */
export class PagedTable {
  #body;
  #pages;
  #make;
  #size;
  #count = 0;
  #first = 0;

  /** @param make Makes the row of an index. */
  constructor(root, name, make, size = 50) {
    [this.#make, this.#size] = [make, size];
    this.#body = root.querySelector(`[data-part=${name}-rows]`);
    this.#pages = root.querySelector(`[data-part=${name}-pages]`);
    this.#part('previous').addEventListener('click', () => this.#turn(-1));
    this.#part('next').addEventListener('click', () => this.#turn(1));
  }

  /** Shows the page with the row at an index, of so many. */
  show(count, at = 0) {
    this.#count = count;
    this.#first = Math.floor(Math.min(at, Math.max(0, count - 1)) / this.#size) * this.#size;
    this.#draw();
  }

  #part(name) { return this.#pages.querySelector(`[data-page=${name}]`); }

  #turn(direction) { this.show(this.#count, Math.max(0, this.#first + direction * this.#size)); }

  #draw() {
    const end = Math.min(this.#count, this.#first + this.#size);
    this.#body.replaceChildren(...Array.from({ length: end - this.#first }, (_, at) => this.#make(this.#first + at)));
    this.#pages.hidden = this.#count <= this.#size;
    this.#part('previous').disabled = this.#first === 0;
    this.#part('next').disabled = end === this.#count;
    this.#part('range').textContent = `${(this.#first + 1).toLocaleString()}–${end.toLocaleString()} of ${this.#count.toLocaleString()}`;
  }
}
