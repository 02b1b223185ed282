// What the wizard asks of the browser beside its draft.

const panelKey = 'request-panel';

export function focus(id) {
  document.getElementById(id)?.focus();
}

/** Whether the panel with the request is open: as it was left, at first when there is room beside the form. */
export function isPanelOpen() {
  const left = localStorage.getItem(panelKey);
  return left === null ? window.matchMedia('(min-width: 1101px)').matches : left === 'open';
}

export function rememberPanel(open) {
  localStorage.setItem(panelKey, open ? 'open' : 'closed');
}
