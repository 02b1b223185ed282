// What the wizard asks of the browser beside its draft.

const panelKey = 'request-panel';

/** Moves the focus to a field, as soon as it can take it: the form may be about to be opened. */
export function focus(id) {
  const field = document.getElementById(id);
  if (!field?.matches(':disabled')) return field?.focus();
  const opening = new MutationObserver(() => {
    if (field.matches(':disabled')) return;
    opening.disconnect();
    field.focus();
  });
  opening.observe(field.form, { subtree: true, attributeFilter: ['disabled'] });
}

/** Whether the panel with the request is open: as it was left, at first when there is room beside the form. */
export function isPanelOpen() {
  const left = localStorage.getItem(panelKey);
  return left === null ? window.matchMedia('(min-width: 1101px)').matches : left === 'open';
}

export function rememberPanel(open) {
  localStorage.setItem(panelKey, open ? 'open' : 'closed');
}
