// Custom elements of the design system. They hold behaviour that must be instant or that only the browser knows; what they
// change (hidden, aria-expanded, a shadow tree, the open state of a dialog) is never rendered from the server afterwards.

class LocalTime extends HTMLElement {
  static observedAttributes = ["datetime"];
  #format = new Intl.DateTimeFormat(undefined, { dateStyle: "short", timeStyle: "medium" });
  #long = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "long" });

  attributeChangedCallback() {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    const moment = new Date(this.getAttribute("datetime"));
    if (Number.isNaN(moment.valueOf())) return root.replaceChildren(document.createElement("slot"));
    const time = document.createElement("time");
    time.dateTime = this.getAttribute("datetime");
    time.title = this.#long.format(moment);
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

  connectedCallback() { this.addEventListener("click", this); }

  // The rows are rendered in the same batch as the attribute, possibly after it; hence never at once.
  // On a page that opens with errors the framework first moves the focus to its heading: wait for that.
  attributeChangedCallback(_, before) {
    setTimeout(() => this.#focus(this.querySelector("[data-field]")), before === null ? 200 : 0);
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
    const path = new URL(document.baseURI).pathname;
    const age = theme === "system" ? 0 : 60 * 60 * 24 * 365;
    document.cookie = `theme=${theme}; path=${path}; max-age=${age}; samesite=strict`;
  }
}

customElements.define("local-time", LocalTime);
customElements.define("modal-dialog", ModalDialog);
customElements.define("menu-button", MenuButton);
customElements.define("error-summary", ErrorSummary);
customElements.define("theme-switch", ThemeSwitch);
