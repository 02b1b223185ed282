// Shows the part of a long list that is in view. Rows have heights of their own: guessed first, measured once they were shown.

const overscan = 400; // pixels above and below the view
const leastSeen = () => Math.min(120, window.innerHeight / 3); // pixels of the view in which one can read

export class TurnWindow {
  #scroller;
  #list;
  #make;
  #guess;
  #rows = new Map(); // index → element
  #heights = new Float64Array(0);
  #measured = new Uint8Array(0);
  #tops = new Float64Array(1);
  #pinned = new Set();
  #width = 0;
  #listening = new AbortController();
  #ownScroll = -1; // where we scrolled to last; any other place is the reader's doing
  #observer = new ResizeObserver(entries => this.#resized(entries));

  /** Called after rows were added or removed. */
  onChange = () => {};
  /** Called when the reader scrolls, and not we. */
  onScrolled = () => {};
  /** Called when the page around the view is scrolled. */
  onPageScrolled = () => {};

  /** @param make Makes the element of a row. @param guess Its likely height in pixels, for a width. */
  constructor(scroller, list, make, guess) {
    [this.#scroller, this.#list, this.#make, this.#guess] = [scroller, list, make, guess];
    const { signal } = this.#listening;
    scroller.addEventListener('scroll', () => this.#scrolled(), { signal });
    window.addEventListener('scroll', () => this.onPageScrolled(), { signal, passive: true });
    scroller.addEventListener('keydown', event => {
      if (event.target !== scroller || event.altKey || event.shiftKey || (event.key !== 'End' && event.key !== 'Home')) return;
      event.preventDefault(); // the browser would aim at an end that was guessed
      this.onScrolled();
      this.#scrollTo(event.key === 'Home' ? 0 : this.#total);
      this.update();
      this.intoPage();
    }, { signal });
    this.#observer.observe(scroller);
  }

  get rows() { return this.#rows; }

  /** All rows are new. */
  reset(count) {
    this.#heights = new Float64Array(count);
    this.#measured = new Uint8Array(count);
    for (const index of [...this.#rows.keys()]) this.#remove(index);
    this.#pinned.clear();
    this.#guessAll();
    this.update();
  }

  /** One row has changed: it is made anew, in its place. */
  remake(index) {
    if (this.#rows.has(index)) this.#remove(index);
    this.update();
  }

  remakeAll() {
    for (const index of [...this.#rows.keys()]) this.#remove(index);
    this.update();
  }

  /** These rows stay in the document, wherever the view is: they hold a selection or a field. */
  pin(indexes) {
    this.#pinned = new Set(indexes);
    this.update();
  }

  /** Brings a row into view. @param always Also when it can be seen already. */
  reveal(index, always = true) {
    if (this.#isHidden) return;
    for (let pass = 0; pass < 3; pass++) { // heights that were guessed on the way turn out different
      const top = this.#tops[index];
      const { scrollTop, clientHeight } = this.#scroller;
      const visible = top >= scrollTop + 8 && top + this.#heights[index] <= scrollTop + clientHeight - 8;
      if (visible && (!always || pass > 0)) return;
      this.#scrollTo(top - clientHeight / 3);
      this.update();
    }
  }

  /** Brings a place inside a row into the middle of the view, unless it is well in it. */
  revealRange(index, range) {
    if (this.#isHidden) return;
    this.reveal(index, false);
    const place = range()?.getBoundingClientRect();
    if (!place) return;
    const { top, bottom } = this.#seen;
    if (place.top < top + 24 || place.bottom > bottom - 48) this.#scrollTo(this.#scroller.scrollTop + place.top - top - (bottom - top) / 3);
    this.update();
  }

  /** The page is scrolled, too, where the view is below its edge. */
  intoPage() { this.#scroller.scrollIntoView({ block: 'nearest' }); }

  /** Whether the page shows enough of the view to read in it. */
  get isInPage() {
    const { top, bottom } = this.#inPage;
    return this.#isHidden || bottom - top >= leastSeen();
  }

  isVisible(index) {
    if (this.#isHidden) return true; // nothing to return to
    const { scrollTop, clientHeight } = this.#scroller;
    return this.#tops[index] < scrollTop + clientHeight && this.#tops[index] + this.#heights[index] > scrollTop;
  }

  /** To be called before the view is hidden; answers what brings it back to its place. */
  leave() {
    const keep = this.#anchor();
    return () => {
      this.#place();
      this.#scrollTo(this.#tops[keep.index] + keep.within);
      this.update();
    };
  }

  /** First row that can be seen. */
  get top() { return this.#indexAt(this.#scroller.scrollTop); }

  update() {
    const count = this.#heights.length;
    if (this.#width === 0 || count === 0 || this.#isHidden) return;
    let changed = false;
    for (let pass = 0; pass < 8; pass++) {
      const { scrollTop, clientHeight } = this.#scroller;
      const first = this.#indexAt(scrollTop - overscan);
      const last = Math.min(count - 1, this.#indexAt(scrollTop + clientHeight + overscan));
      const wanted = new Set(this.#pinned);
      for (let index = first; index <= last; index++) wanted.add(index);
      for (const index of [...this.#rows.keys()]) if (!wanted.has(index)) changed = this.#remove(index);
      const added = [...wanted].filter(index => !this.#rows.has(index)).sort((a, b) => a - b);
      for (const index of added) changed = this.#add(index);
      if (!this.#measure(added)) break;
    }
    this.#place();
    if (changed) this.onChange();
  }

  /** Another window takes the list: nothing of this one may stay, least of all a text that is not to be seen. */
  dispose() {
    this.#listening.abort();
    this.#observer.disconnect();
    for (const row of this.#rows.values()) row.remove();
    this.#rows.clear();
  }

  #add(index) {
    const row = this.#make(index);
    row.dataset.turn = index;
    let before = null; // in the order in which it is read aloud
    for (const [other, element] of this.#rows) if (other > index && (before === null || other < Number(before.dataset.turn))) before = element;
    this.#list.insertBefore(row, before);
    this.#rows.set(index, row);
    this.#observer.observe(row);
    return true;
  }

  #remove(index) {
    const row = this.#rows.get(index);
    if (row.contains(document.activeElement)) this.#scroller.focus({ preventScroll: true });
    this.#observer.unobserve(row);
    row.remove();
    this.#rows.delete(index);
    return true;
  }

  // Answers whether a height was not as it was thought to be.
  #measure(indexes) {
    const keep = this.#anchor();
    const atEnd = this.#isAtEnd;
    let changed = false;
    for (const index of indexes) {
      const height = this.#rows.get(index).offsetHeight;
      this.#measured[index] = 1;
      if (height === 0 || Math.abs(height - this.#heights[index]) < 0.5) continue;
      this.#heights[index] = height;
      changed = true;
    }
    if (changed) {
      this.#sum();
      if (atEnd) this.#scrollTo(this.#total); // the end stays in view: heights above it were guesses
      else this.#restore(keep);
    }
    return changed;
  }

  get #total() { return this.#tops[this.#heights.length]; }

  // The part of the view that the page shows.
  get #inPage() {
    const { top, bottom } = this.#scroller.getBoundingClientRect();
    return { top: Math.max(top, 0), bottom: Math.min(bottom, window.innerHeight) };
  }

  // Where a place is brought to: what the page shows, or all of the view where that is too little.
  get #seen() { return this.isInPage ? this.#inPage : this.#scroller.getBoundingClientRect(); }

  get #isHidden() { return this.#scroller.clientHeight === 0; }

  get #isAtEnd() {
    const { scrollTop, clientHeight } = this.#scroller;
    return scrollTop > 0 && scrollTop + clientHeight >= this.#total - 2;
  }

  #place() {
    this.#list.style.height = `${this.#total}px`;
    for (const [index, row] of this.#rows) row.style.transform = `translateY(${this.#tops[index]}px)`;
  }

  #scrolled() {
    if (this.#isHidden) return;
    if (Math.abs(this.#scroller.scrollTop - this.#ownScroll) > 2) {
      this.#ownScroll = -1;
      this.onScrolled();
    }
    this.update();
  }

  #scrollTo(top) {
    this.#list.style.height = `${this.#total}px`;
    this.#scroller.scrollTop = Math.max(0, top);
    this.#ownScroll = this.#scroller.scrollTop;
  }

  // What is seen at the top of the view stays there while heights above it change.
  #anchor() {
    const index = this.top;
    return { index, within: this.#scroller.scrollTop - this.#tops[index] };
  }

  #restore({ index, within }) {
    const top = this.#tops[index] + within;
    if (this.#scroller.scrollTop > 0 && Math.abs(top - this.#scroller.scrollTop) >= 1) this.#scrollTo(top);
  }

  #resized(entries) {
    const width = this.#list.clientWidth;
    if (width === 0) return;
    if (width !== this.#width) {
      const keep = this.#anchor();
      this.#width = width;
      this.#measured.fill(0);
      this.#guessAll();
      this.#measure([...this.#rows.keys()]);
      this.#restore(keep);
    } else {
      this.#measure(entries.map(({ target }) => Number(target.dataset.turn)).filter(index => this.#rows.has(index)));
    }
    this.update();
  }

  #guessAll() {
    this.#width = this.#list.clientWidth;
    for (let index = 0; index < this.#heights.length; index++)
      if (!this.#measured[index]) this.#heights[index] = this.#guess(index, this.#width);
    this.#sum();
  }

  #sum() {
    this.#tops = new Float64Array(this.#heights.length + 1);
    for (let index = 0; index < this.#heights.length; index++) this.#tops[index + 1] = this.#tops[index] + this.#heights[index];
  }

  #indexAt(top) {
    let low = 0;
    let high = this.#heights.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#tops[middle] <= top) low = middle;
      else high = middle - 1;
    }
    return Math.max(0, low);
  }
}
