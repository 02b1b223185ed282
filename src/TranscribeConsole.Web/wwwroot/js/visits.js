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
