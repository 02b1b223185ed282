// Custom elements of the design system. They hold behaviour that must be instant or that only the browser knows; what they
// change (hidden, aria-expanded, a shadow tree, the open state of a dialog) is never rendered from the server afterwards.

class LocalTime extends HTMLElement {
  static observedAttributes = ["datetime"];
  #format = new Intl.DateTimeFormat(undefined, { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "2-digit", second: "2-digit" });

  attributeChangedCallback() {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    const moment = new Date(this.getAttribute("datetime"));
    if (Number.isNaN(moment.valueOf())) return root.replaceChildren(document.createElement("slot"));
    const time = document.createElement("time");
    time.dateTime = this.getAttribute("datetime");
    time.title = moment.toISOString().replace("T", " ").replace("Z", " UTC");
    time.textContent = this.#format.format(moment);
    root.replaceChildren(time);
  }
}

class ModalDialog extends HTMLElement {
  static observedAttributes = ["open"];
  #opener = null;

  connectedCallback() { queueMicrotask(() => this.#apply()); }
  attributeChangedCallback() { if (this.isConnected) queueMicrotask(() => this.#apply()); }

  #apply() {
    const dialog = this.querySelector("dialog");
    const open = this.hasAttribute("open");
    if (!dialog || dialog.open === open) return;
    if (open) {
      this.#opener = document.activeElement;
      dialog.showModal();
      (dialog.querySelector("[autofocus]") ?? dialog.querySelector("button"))?.focus();
    } else {
      dialog.close();
      if (this.#opener?.isConnected) this.#opener.focus();
    }
  }
}

class MenuButton extends HTMLElement {
  #outside = event => { if (!this.contains(event.target)) this.#close(false); };

  connectedCallback() {
    this.addEventListener("click", this);
    this.addEventListener("keydown", this);
    this.addEventListener("focusout", this);
  }

  disconnectedCallback() { document.removeEventListener("pointerdown", this.#outside); }

  get #button() { return this.querySelector("button"); }
  get #menu() { return this.querySelector("[role=menu]"); }
  get #items() { return [...this.querySelectorAll("[role=menuitem]")]; }

  handleEvent(event) {
    if (event.type === "focusout") {
      if (!this.#menu.hidden && event.relatedTarget && !this.contains(event.relatedTarget)) this.#close(false);
    } else if (event.type === "click") {
      if (this.#button.contains(event.target)) this.#menu.hidden ? this.#open(0) : this.#close(true);
      else if (event.target.closest("[role=menuitem]")) this.#close(true);
    } else this.#key(event);
  }

  #key(event) {
    const items = this.#items;
    const at = items.indexOf(document.activeElement);
    if (this.#menu.hidden) {
      if (event.key === "ArrowDown") this.#open(0);
      else if (event.key === "ArrowUp") this.#open(items.length - 1);
      else return;
    } else if (event.key === "Escape") this.#close(true);
    else if (event.key === "ArrowDown") items[(at + 1) % items.length].focus();
    else if (event.key === "ArrowUp") items[(at - 1 + items.length) % items.length].focus();
    else if (event.key === "Home") items[0].focus();
    else if (event.key === "End") items.at(-1).focus();
    else if (event.key === " " && at >= 0) items[at].click();
    else if (event.key.length === 1 && event.key !== " ") {
      const found = [...items.slice(at + 1), ...items].find(i => i.textContent.trim().toLowerCase().startsWith(event.key.toLowerCase()));
      if (!found) return;
      found.focus();
    } else return;
    event.preventDefault();
  }

  #open(index) {
    this.#menu.hidden = false;
    this.#button.setAttribute("aria-expanded", "true");
    document.addEventListener("pointerdown", this.#outside);
    this.#items[index]?.focus();
  }

  #close(returnFocus) {
    this.#menu.hidden = true;
    this.#button.setAttribute("aria-expanded", "false");
    document.removeEventListener("pointerdown", this.#outside);
    if (returnFocus) this.#button.focus();
  }
}

class ErrorSummary extends HTMLElement {
  static observedAttributes = ["attempt"];
  #trying = 0;
  #stop = () => {
    clearInterval(this.#trying);
    for (const type of ["pointerdown", "keydown"]) document.removeEventListener(type, this.#stop);
  };

  connectedCallback() { this.addEventListener("click", this); }
  disconnectedCallback() { this.#stop(); }

  // The rows are rendered in the same batch as the attribute, possibly after it; hence never at once.
  attributeChangedCallback(_, before) {
    setTimeout(() => {
      const first = this.querySelector("[data-field]");
      this.#focus(first);
      if (before === null && first && this.isConnected) this.#insist();
    });
  }

  // On a page that opens with errors the fields are disabled for a moment, and the framework moves the focus to the heading, sooner or later.
  #insist() {
    const end = performance.now() + 10_000;
    this.#trying = setInterval(() => {
      if (performance.now() > end) this.#stop();
      else if (document.activeElement === document.body || document.activeElement.matches("h1")) this.#focus(this.querySelector("[data-field]"));
    }, 50);
    for (const type of ["pointerdown", "keydown"]) document.addEventListener(type, this.#stop); // somebody goes on
  }

  handleEvent(event) {
    const link = event.target.closest("[data-field]");
    if (!link) return;
    event.preventDefault();
    event.stopPropagation();
    this.#focus(link);
  }

  #focus(link) {
    const field = link && document.getElementById(link.dataset.field);
    field?.focus();
    field?.scrollIntoView({ block: "center" });
  }
}

class ThemeSwitch extends HTMLElement {
  connectedCallback() {
    // The select may be parsed or rendered after its parent was connected.
    queueMicrotask(() => {
      const select = this.querySelector("select");
      if (select) select.value = document.documentElement.dataset.theme ?? "system";
    });
    this.addEventListener("change", this);
  }

  handleEvent({ target }) {
    const theme = target.value;
    if (theme === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    remember("theme", theme === "system" ? null : theme);
  }
}

/** Keeps a choice in a cookie, which the server reads when it renders the next page; null forgets it. */
export function remember(name, value) {
  const path = new URL(document.baseURI).pathname;
  document.cookie = `${name}=${value ?? ""}; path=${path}; max-age=${value === null ? 0 : 60 * 60 * 24 * 365}; samesite=strict`;
}

class SideNavigation extends HTMLElement {
  static #narrow = matchMedia("(max-width: 900px)");
  #root = document.documentElement;
  #settle = () => { delete this.#root.dataset.navigationOver; this.#tell(); };

  connectedCallback() {
    for (const type of ["click", "keydown", "focusin"]) document.addEventListener(type, this);
    SideNavigation.#narrow.addEventListener("change", this.#settle);
    queueMicrotask(() => this.#tell()); // the button may be parsed or rendered after this element was connected
    document.addEventListener("DOMContentLoaded", this.#settle);
  }

  disconnectedCallback() {
    for (const type of ["click", "keydown", "focusin"]) document.removeEventListener(type, this);
    document.removeEventListener("DOMContentLoaded", this.#settle);
    SideNavigation.#narrow.removeEventListener("change", this.#settle);
  }

  get #isOver() { return "navigationOver" in this.#root.dataset; }
  get #isOpen() { return SideNavigation.#narrow.matches ? this.#isOver : this.#root.dataset.navigation !== "closed"; }

  handleEvent(event) {
    if (event.type === "click" && event.target.closest("[data-navigation-toggle]")) this.#set(!this.#isOpen);
    else if (!this.#isOver) return;
    else if (event.type === "keydown") { if (event.key === "Escape") this.#set(false); }
    else if (!this.contains(event.target)) this.#settle(); // somebody went on with the page
    else if (event.type === "click" && event.target.closest("a")) this.#settle();
  }

  #set(open) {
    if (SideNavigation.#narrow.matches) {
      if (open) this.#root.dataset.navigationOver = "";
      else delete this.#root.dataset.navigationOver;
    } else {
      if (open) delete this.#root.dataset.navigation;
      else this.#root.dataset.navigation = "closed";
      remember("navigation", open ? null : "closed");
    }
    this.#tell();
    if (!open) this.#toggle?.focus();
    else if (SideNavigation.#narrow.matches) this.querySelector("button").focus();
  }

  get #toggle() { return [...document.querySelectorAll("[data-navigation-toggle]")].find(button => !this.contains(button)); }

  #tell() { this.#toggle?.setAttribute("aria-expanded", this.#isOpen); }
}

class FormGate extends HTMLElement {
  static observedAttributes = ["open"];

  connectedCallback() { queueMicrotask(() => this.#apply()); }
  attributeChangedCallback() { if (this.isConnected) queueMicrotask(() => this.#apply()); }

  #apply() {
    if (this.nextElementSibling instanceof HTMLFieldSetElement) this.nextElementSibling.disabled = !this.hasAttribute("open");
  }
}

class HelpPanel extends HTMLElement {
  static observedAttributes = ["shown", "ready"];
  #opener = null;
  #wanted = null; // before the server listens
  #clicked = null;
  #ask = event => {
    const link = event.target.closest(".info[data-help]");
    if (!link) return;
    this.#clicked = link;
    this.#wanted = link.dataset.help;
    this.#tell();
  };

  connectedCallback() {
    document.addEventListener("click", this.#ask, true);
    this.addEventListener("keydown", this);
  }

  disconnectedCallback() { document.removeEventListener("click", this.#ask, true); }

  handleEvent(event) {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    this.querySelector("button").click(); // the server closes it
  }

  get value() { return this.#wanted; }

  // The server shows it.
  #tell() {
    if (!this.hasAttribute("ready") || this.#wanted === null) return;
    this.dispatchEvent(new Event("change", { bubbles: true }));
    this.#wanted = null;
  }

  // Content and attribute arrive in one batch, in either order.
  attributeChangedCallback(name, before, shown) {
    if (name === "ready") return queueMicrotask(() => this.#tell());
    if (before === shown) return;
    if (shown === null) {
      const lost = this.contains(document.activeElement) || document.activeElement === document.body;
      queueMicrotask(() => { if (lost && this.#opener?.isConnected) this.#opener.focus(); });
    } else {
      this.#opener = this.#clicked;
      queueMicrotask(() => this.querySelector("h2")?.focus());
    }
  }
}

// Behaviour that few pages need: its module is fetched when the first such element is on a page.
function defineLazily(name, type, observed) {
  customElements.define(name, class extends HTMLElement {
    static observedAttributes = observed;
    #behaviour = null;
    #wanted = null;

    async connectedCallback() {
      const module = await import(new URL(this.getAttribute("module"), document.baseURI));
      if (!this.isConnected) return;
      this.#behaviour ??= new module[type](this);
      this.#behaviour.changed?.();
      if (this.#wanted !== null) this.value = this.#wanted;
    }

    attributeChangedCallback() { this.#behaviour?.changed?.(); }
    disconnectedCallback() { this.#behaviour?.disconnected?.(); }

    get value() { return this.#behaviour?.value; }

    // As chosen by hand; what is set before the module is here waits for it.
    set value(wanted) {
      this.#wanted = this.#behaviour ? null : wanted;
      this.#behaviour?.take(wanted);
    }
  });
}

// Some of the boxes under this one are checked: only script can say so.
class MixedCheck extends HTMLElement {
  static observedAttributes = ["mixed"];

  connectedCallback() { queueMicrotask(() => this.#apply()); }
  attributeChangedCallback() { queueMicrotask(() => this.#apply()); }

  #apply() {
    const box = this.querySelector("input");
    if (box) box.indeterminate = this.hasAttribute("mixed");
  }
}

// Inside a box that scrolls sideways position: sticky follows the box, not the window: there the header is moved by hand.
class StickyTable extends HTMLElement {
  #sizes = new ResizeObserver(() => this.#measure());
  #move = () => this.#place();
  #top = 0;

  connectedCallback() {
    this.#sizes.observe(this);
    queueMicrotask(() => { if (this.firstElementChild) this.#sizes.observe(this.firstElementChild); });
    addEventListener("scroll", this.#move, { passive: true });
  }

  disconnectedCallback() {
    this.#sizes.disconnect();
    removeEventListener("scroll", this.#move);
  }

  #measure() {
    const table = this.firstElementChild;
    if (!table) return;
    this.toggleAttribute("data-scrolls", table.offsetWidth > this.clientWidth + 1);
    this.#top = parseFloat(getComputedStyle(table.tHead).scrollMarginTop) || 0;
    this.#place();
  }

  #place() {
    const head = this.firstElementChild?.tHead;
    if (!head) return;
    const box = this.getBoundingClientRect();
    const by = this.hasAttribute("data-scrolls") ? Math.max(0, Math.min(this.#top - box.top, box.height - 2 * head.offsetHeight)) : 0;
    head.style.transform = by > 0 ? `translateY(${by}px)` : "";
  }
}

class TabList extends HTMLElement {
  connectedCallback() { this.addEventListener("keydown", this); }

  handleEvent(event) {
    const tabs = [...this.querySelectorAll("[role=tab]:not(:disabled)")];
    const at = tabs.indexOf(document.activeElement);
    if (at < 0) return;
    const to = { ArrowRight: (at + 1) % tabs.length, ArrowLeft: (at - 1 + tabs.length) % tabs.length, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    tabs[to].focus();
    tabs[to].click();
  }
}

class CopyButton extends HTMLElement {
  #quiet = 0;

  connectedCallback() { this.addEventListener("click", this); }

  async handleEvent(event) {
    if (!event.target.closest("button")) return;
    const source = this.hasAttribute("from") ? document.getElementById(this.getAttribute("from")) : null;
    this.#say((await this.#copy(source?.textContent ?? this.getAttribute("text") ?? "")) ? "Copied" : "Could not be copied");
  }

  // Outside of https and the loopback names browsers have no Clipboard API: then the old way, from a field that nobody sees.
  async #copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const focused = document.activeElement;
      const field = document.createElement("textarea");
      field.className = "visually-hidden";
      field.value = text;
      field.readOnly = true;
      this.append(field);
      field.select();
      const done = document.execCommand("copy");
      field.remove();
      focused?.focus();
      return done;
    }
  }

  #say(words) {
    const status = this.querySelector("[role=status]");
    status.textContent = words;
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => { status.textContent = ""; }, 3000);
  }
}

customElements.define("local-time", LocalTime);
customElements.define("modal-dialog", ModalDialog);
customElements.define("menu-button", MenuButton);
customElements.define("error-summary", ErrorSummary);
customElements.define("theme-switch", ThemeSwitch);
customElements.define("side-navigation", SideNavigation);
customElements.define("form-gate", FormGate);
customElements.define("help-panel", HelpPanel);
customElements.define("mixed-check", MixedCheck);
customElements.define("sticky-table", StickyTable);
customElements.define("tab-list", TabList);
customElements.define("copy-button", CopyButton);
defineLazily("filter-select", "FilterSelect", ["options", "value"]);
defineLazily("token-select", "TokenSelect", ["options", "values"]);
