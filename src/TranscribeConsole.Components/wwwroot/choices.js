// The filtering selects. The server renders the field and empty boxes for list, tokens and announcements; what is in those boxes,
// the popover's state and the attributes aria-expanded and aria-activedescendant are this module's alone.

const pageRows = 10;
const gap = 4; // between field and list, and between list and the edge of the window
const tallest = 360;

const plain = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function make(name, attributes = {}, ...content) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(key, value);
  element.append(...content);
  return element;
}

// The words that were typed, where they stand in the text.
function marked(text, words) {
  const folded = plain(text);
  const at = folded.length === text.length ? words.map(word => [folded.indexOf(word), word.length]).filter(([start]) => start >= 0).sort((a, b) => a[0] - b[0]) : [];
  const parts = [];
  let end = 0;
  for (const [start, length] of at) {
    if (start < end) continue;
    parts.push(text.slice(end, start), make("mark", {}, text.slice(start, start + length)));
    end = start + length;
  }
  parts.push(text.slice(end));
  return parts;
}

class Choices {
  #rows = []; // { option, item, text, words to find it by }
  #shown = [];
  #active = null;
  #moved = false; // by arrow key or typing: Tab takes the highlighted option
  #typed = false;
  #written = null; // value of the attribute that the rows were made from
  #announcing = 0;
  #place = () => this.#position();
  #outside = event => { if (!this.host.contains(event.target)) this.close(); };

  constructor(host) {
    this.host = host;
    this.input = host.querySelector("input");
    this.list = host.querySelector("[role=listbox]");
    this.status = host.querySelector("[role=status]");
    for (const type of ["input", "change", "keydown", "click", "focus", "blur"]) this.input.addEventListener(type, this);
    for (const type of ["pointerdown", "click", "pointermove"]) this.list.addEventListener(type, this);
  }

  get isOpen() { return this.list.matches(":popover-open"); }
  get options() { return this.#rows.map(row => row.option); }

  option(value) { return this.options.find(option => option.value === value); }
  nameOf(value) { return this.option(value)?.text ?? value; }

  changed() {
    const options = this.host.getAttribute("options") ?? "[]";
    if (options !== this.#written) {
      this.#written = options;
      this.#build(JSON.parse(options));
    }
    this.render();
  }

  disconnected() { this.#detach(); }

  handleEvent(event) {
    switch (event.type) {
      case "input":
        event.stopPropagation(); // what is typed here is a filter, and nobody else's business
        this.#typed = this.#moved = true;
        this.open();
        this.#filter();
        break;
      case "change":
        event.stopPropagation();
        break;
      case "focus":
        this.input.select();
        break;
      case "blur":
        this.close();
        break;
      case "keydown":
        this.#key(event);
        break;
      case "pointerdown":
        event.preventDefault(); // the focus stays in the field
        break;
      case "pointermove":
        this.#highlight(this.#shown.find(row => row.item === event.target.closest("[role=option]")) ?? this.#active, false);
        break;
      case "click":
        if (event.currentTarget === this.input) this.isOpen && !this.#typed ? this.close() : this.open();
        else this.#take(this.#shown.find(row => row.item === event.target.closest("[role=option]")));
        break;
    }
  }

  open() {
    if (this.isOpen || this.input.disabled) return;
    this.#filter();
    this.list.showPopover();
    this.input.setAttribute("aria-expanded", "true");
    this.#position();
    this.#highlight(this.#shown.find(row => this.isChosen(row.option.value)) ?? this.#firstUsable(), true);
    addEventListener("scroll", this.#place, { capture: true, passive: true });
    addEventListener("resize", this.#place);
    visualViewport?.addEventListener("resize", this.#place);
    document.addEventListener("pointerdown", this.#outside);
  }

  close() {
    this.#typed = this.#moved = false;
    this.status.textContent = "";
    clearTimeout(this.#announcing);
    if (this.isOpen) this.list.hidePopover();
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
    this.#detach();
    this.restore();
  }

  /** Whether somebody could choose this now. */
  isUsable(value) {
    const option = this.option(value);
    return option !== undefined && !option.disabled && !this.input.disabled;
  }

  /** Tells the form, and the server, as the browser's own controls do; the host's value is what they read. */
  report() {
    for (const type of ["input", "change"]) this.host.dispatchEvent(new Event(type, { bubbles: true }));
  }

  /** Marks what is chosen in the list. */
  mark() {
    for (const row of this.#rows) row.item.setAttribute("aria-selected", this.isChosen(row.option.value));
  }

  #detach() {
    removeEventListener("scroll", this.#place, { capture: true });
    removeEventListener("resize", this.#place);
    visualViewport?.removeEventListener("resize", this.#place);
    document.removeEventListener("pointerdown", this.#outside);
  }

  #build(groups) {
    this.#rows = [];
    const parts = [];
    groups.forEach((group, at) => {
      const items = group.options.map(option => {
        const id = `${this.list.id}-${this.#rows.length}`;
        const text = make("span", { class: "text" }, option.text);
        const item = make("div", { id, role: "option", class: "option", "aria-disabled": option.disabled ? "true" : undefined }, text);
        if (option.description) item.append(make("span", { class: "about" }, option.description));
        this.#rows.push({ option, item, text, key: plain(`${option.text} ${option.value}`) });
        return item;
      });
      if (!group.label) parts.push(...items);
      else parts.push(make("div", { role: "group", "aria-labelledby": `${this.list.id}-group-${at}` },
        make("div", { id: `${this.list.id}-group-${at}`, class: "group", role: "presentation" }, group.label), ...items));
    });
    this.none = make("div", { class: "none", role: "option", "aria-disabled": "true", "aria-selected": "false" }, "No matches");
    this.none.hidden = true;
    this.list.replaceChildren(...parts, this.none);
    this.#active = null;
    this.#filter();
  }

  #filter() {
    const words = this.#typed ? plain(this.input.value).split(/\s+/).filter(Boolean) : [];
    this.#shown = this.#rows.filter(row => {
      const found = words.every(word => row.key.includes(word));
      row.item.hidden = !found;
      if (found) row.text.replaceChildren(...marked(row.option.text, words));
      return found;
    });
    for (const group of this.list.querySelectorAll("[role=group]")) group.hidden = !group.querySelector(".option:not([hidden])");
    this.none.hidden = this.#shown.length > 0;
    if (!this.isOpen) return;
    this.list.scrollTop = 0;
    this.#highlight(this.#best(words), true);
    this.#position();
    clearTimeout(this.#announcing);
    this.#announcing = setTimeout(() => {
      this.status.textContent = this.#shown.length === 0 ? "No matches" : `${this.#shown.length} of ${this.#rows.length} options`;
    }, 500);
  }

  // What begins with the words is meant rather than what has them somewhere; a code typed in full is meant rather than its sisters.
  #best(words) {
    const typed = words.join(" ");
    const usable = this.#shown.filter(row => !row.option.disabled);
    return usable.find(row => plain(row.option.value) === typed) ?? usable.find(row => plain(row.option.text).startsWith(typed))
      ?? usable.find(row => plain(row.option.value).startsWith(typed)) ?? usable[0] ?? this.#shown[0] ?? null;
  }

  #firstUsable() { return this.#shown.find(row => !row.option.disabled) ?? this.#shown[0] ?? null; }

  #highlight(row, reveal) {
    this.#active?.item.removeAttribute("data-active");
    this.#active = row;
    if (!row || !this.isOpen) return this.input.removeAttribute("aria-activedescendant");
    row.item.setAttribute("data-active", "");
    this.input.setAttribute("aria-activedescendant", row.item.id);
    if (reveal) row.item.scrollIntoView({ block: "nearest" });
  }

  #key(event) {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.isComposing) return;
    if (!this.isOpen) {
      if (!["ArrowDown", "ArrowUp", "Enter"].includes(key)) return;
      this.open();
    } else if (key === "Tab") {
      if (this.#moved) this.#take(this.#active, false);
      this.close();
      return; // and the focus goes on
    } else if (key === "Escape" || (key === "ArrowUp" && event.altKey)) {
      this.close();
      this.input.select();
    } else if (key === "Enter") this.#take(this.#active);
    else if (key === "ArrowDown") this.#step(1);
    else if (key === "ArrowUp") this.#step(-1);
    else if (key === "PageDown") this.#step(pageRows, false);
    else if (key === "PageUp") this.#step(-pageRows, false);
    else if (key === "Home" && !event.shiftKey) this.#go(0);
    else if (key === "End" && !event.shiftKey) this.#go(this.#shown.length - 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #step(by, around = true) {
    const count = this.#shown.length;
    const at = this.#shown.indexOf(this.#active);
    if (around) this.#go(at < 0 ? (by > 0 ? 0 : count - 1) : (at + by + count) % count);
    else this.#go(Math.min(count - 1, Math.max(0, at + by)));
  }

  #go(index) {
    if (this.#shown.length === 0) return;
    this.#moved = true;
    this.#highlight(this.#shown[index], true);
  }

  #take(row, stay = true) {
    if (!row || row.option.disabled) return;
    this.choose(row.option.value);
    if (stay && this.staysOpen) {
      this.#moved = false;
      if (this.#typed) {
        this.#typed = false;
        this.input.value = "";
        this.#filter();
        this.#highlight(row, true);
      }
    } else this.close();
  }

  // In the top layer, beside the field, where there is more room. Sizes are set through the object model: the policy forbids style attributes.
  #position() {
    const field = this.input.getBoundingClientRect();
    const view = visualViewport ?? { height: innerHeight, offsetTop: 0 };
    const below = view.offsetTop + view.height - field.bottom - 2 * gap;
    const above = field.top - view.offsetTop - 2 * gap;
    const up = below < Math.min(tallest, this.list.scrollHeight) && above > below;
    const style = this.list.style;
    style.left = `${field.left}px`;
    style.width = `${field.width}px`;
    style.maxHeight = `${Math.max(96, Math.min(tallest, up ? above : below))}px`;
    style.top = up ? "auto" : `${field.bottom + gap}px`;
    style.bottom = up ? `${document.documentElement.clientHeight - field.top + gap}px` : "auto";
  }
}

export class FilterSelect extends Choices {
  #value = null;
  staysOpen = false;

  get value() { return this.#value; }

  isChosen(value) { return value === this.#value; }

  choose(value) {
    if (value === this.#value) return;
    this.#value = value;
    this.mark();
    this.report();
  }

  take(value) {
    if (this.isUsable(value)) this.choose(value);
  }

  render() {
    this.#value = this.host.getAttribute("value") ?? "";
    this.mark();
    if (!this.isOpen) this.restore();
  }

  restore() {
    const name = this.nameOf(this.#value);
    if (this.input.value !== name) this.input.value = name;
  }
}

export class TokenSelect extends Choices {
  #values = [];
  staysOpen = true;
  #tokens = this.host.querySelector(".tokens");
  #enabled = new MutationObserver(() => this.#draw());

  constructor(host) {
    super(host);
    this.#tokens.addEventListener("click", event => {
      const token = event.target.closest("button")?.closest("li");
      if (token) this.#remove(token);
    });
    this.#enabled.observe(this.input, { attributeFilter: ["disabled"] });
  }

  get value() { return JSON.stringify(this.#values); }

  isChosen(value) { return this.#values.includes(value); }

  choose(value) { this.#set(this.isChosen(value) ? this.#values.filter(other => other !== value) : [...this.#values, value]); }

  take(value) {
    const values = JSON.parse(value).filter(each => this.isChosen(each) || this.isUsable(each));
    if (JSON.stringify(values) !== this.value) this.#set(values);
  }

  render() {
    this.#values = JSON.parse(this.host.getAttribute("values") ?? "[]");
    this.mark();
    this.#draw();
  }

  restore() { this.input.value = ""; }

  disconnected() {
    super.disconnected();
    this.#enabled.disconnect();
  }

  #set(values) {
    this.#values = values;
    this.#draw();
    this.mark();
    this.report();
  }

  // Those that stay keep their elements, and with them the focus.
  #draw() {
    const known = new Map([...this.#tokens.children].map(token => [token.dataset.value, token]));
    const tokens = this.#values.map(value => known.get(value) ?? this.#token(value));
    if (tokens.length !== this.#tokens.children.length || tokens.some((token, at) => token !== this.#tokens.children[at])) this.#tokens.replaceChildren(...tokens);
    for (const token of tokens) {
      const name = this.nameOf(token.dataset.value);
      if (token.firstChild.textContent !== name) token.firstChild.textContent = name;
      const button = token.lastChild;
      button.setAttribute("aria-label", `Remove ${name}`);
      button.disabled = this.input.disabled;
    }
  }

  #token(value) {
    const cross = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    for (const [name, content] of Object.entries({ viewBox: "0 0 16 16", width: 12, height: 12, fill: "none", stroke: "currentColor", "stroke-width": 2, "aria-hidden": "true" }))
      cross.setAttribute(name, content);
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", "M3 3l10 10M13 3L3 13");
    cross.append(path);
    return make("li", { "data-value": value }, make("span"), make("button", { type: "button" }, cross));
  }

  #remove(token) {
    const next = token.nextElementSibling ?? token.previousElementSibling;
    this.status.textContent = `${this.nameOf(token.dataset.value)} removed`;
    this.choose(token.dataset.value);
    (next?.querySelector("button") ?? this.input).focus();
  }
}
