const events = ["pointerleave", "focusout"];

/**
 * Answers whether rows may move: nobody points into the table or is in it with the keyboard. If somebody is, the listener is told
 * once when that has ended.
 */
export function mayMove(table, listener) {
  const isFree = () => !table.isConnected || (!table.matches(":hover") && !table.contains(document.activeElement));
  if (isFree()) return true;
  if (table.dataset.waiting) return false;
  table.dataset.waiting = "true";
  // The focus is in its new place only after the event.
  const look = () => setTimeout(() => {
    if (!isFree() || !table.dataset.waiting) return;
    delete table.dataset.waiting;
    for (const type of events) table.removeEventListener(type, look);
    listener.invokeMethodAsync("SettleAsync").catch(() => { /* the connection is down: the page is renewed with it */ });
  });
  for (const type of events) table.addEventListener(type, look);
  return false;
}
