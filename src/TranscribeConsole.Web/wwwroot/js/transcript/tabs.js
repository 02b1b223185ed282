const first = 'text';

/** Which of the contents is shown; the address says it, so that a link opens there. */
export class Tabs {
  #root;
  #leaving;
  #shown;

  /** @param leaving Called with the id of a tab before it is hidden. @param shown Called with the id of the one that is shown then. */
  constructor(root, leaving, shown) {
    [this.#root, this.#leaving, this.#shown] = [root, leaving, shown];
    for (const tab of this.#all) tab.addEventListener('click', () => this.show(tab.dataset.tab));
  }

  get current() { return this.#all.find(tab => tab.getAttribute('aria-selected') === 'true').dataset.tab; }

  /** The one that the address asks for. */
  static get asked() { return new URL(location.href).searchParams.get('tab') ?? first; }

  /** Whether there is anything to see in a tab. */
  offer(id, there) {
    const tab = this.#find(id);
    tab.hidden = tab.disabled = !there;
    if (!there && this.current === id) this.show(first);
  }

  show(id) {
    const tab = this.#find(id);
    if (!tab || tab.disabled || id === this.current) return;
    this.#leaving(this.current);
    for (const other of this.#all) {
      other.setAttribute('aria-selected', String(other === tab));
      other.tabIndex = other === tab ? 0 : -1;
    }
    for (const panel of this.#root.querySelectorAll('[data-panel]')) panel.hidden = panel.dataset.panel !== id;
    const address = new URL(location.href);
    if (id === first) address.searchParams.delete('tab');
    else address.searchParams.set('tab', id);
    history.replaceState(history.state, '', address);
    this.#shown(id);
  }

  get #all() { return [...this.#root.querySelectorAll('[data-tab]')]; }

  #find(id) { return this.#all.find(tab => tab.dataset.tab === id); }
}
