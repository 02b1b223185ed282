/** What a key does: its name in lower case → the name of an action. The page's help (ReaderKeys.razor) shows the same. */
const keys = {
  ' ': 'toggle', k: 'toggle',
  j: 'back', ArrowLeft: 'back',
  l: 'forward', ArrowRight: 'forward',
  ',': 'slower', '.': 'faster',
  w: 'nextWord', b: 'previousWord',
  Enter: 'playWord',
  n: 'nextUncertain', p: 'previousUncertain',
  a: 'alternatives', e: 'edit', f: 'return', '/': 'find', '?': 'help',
};

/**
 * The action that a key press asks for; null where the key is somebody else's: a field's, a button's, the browser's.
 * @param enabled Whether keys without Ctrl are active.
 */
export function actionOf(event, enabled, findField) {
  if (document.querySelector('dialog[open]')) return null;
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'f')
    return document.activeElement === findField ? null : 'findAll'; // pressed twice: the browser's own
  if (event.ctrlKey || event.metaKey || event.altKey || !enabled) return null;
  const target = event.target instanceof Element ? event.target : document.body;
  if (target.closest('input, textarea, select, [contenteditable], [role=menu], [role=tablist]')) return null;
  if ((event.key === ' ' || event.key === 'Enter') && target.closest('button, a, summary')) return null;
  return keys[event.key.length === 1 ? event.key.toLowerCase() : event.key] ?? null;
}
