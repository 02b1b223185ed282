const signs = ["focus", "pointerdown", "keydown"];

/** Tells the server once when somebody comes to the tab or does something in it. */
export function onceVisited(listener) {
  const visited = () => {
    if (document.visibilityState !== "visible") return;
    for (const sign of signs) window.removeEventListener(sign, visited);
    document.removeEventListener("visibilitychange", visited);
    listener.invokeMethodAsync("Visited").catch(() => { /* the connection is down: the title is stale with the page */ });
  };
  for (const sign of signs) window.addEventListener(sign, visited);
  document.addEventListener("visibilitychange", visited);
}

/** Asks the reader, unless that was done before, whether notifications may be shown. */
export async function mayNotify() {
  if (!("Notification" in window)) return false;
  return (Notification.permission === "default" ? await Notification.requestPermission() : Notification.permission) === "granted";
}

/** Tells of something that happened while nobody looked at the tab; a click leads there. */
export function notify(title, text, address) {
  if (document.visibilityState === "visible" || !("Notification" in window) || Notification.permission !== "granted") return;
  const notification = new Notification(title, { body: text, tag: address });
  notification.onclick = () => {
    window.focus();
    Blazor.navigateTo(address);
    notification.close();
  };
}
