let replaced = null; // what was put there last: the server may not have heard of it yet

/** Puts an address in the place of the page's own, unless somebody has gone on from it meanwhile. */
export function replace(own, address) {
  if (location.href !== own && location.href !== replaced) return;
  replaced = new URL(address, document.baseURI).href;
  Blazor.navigateTo(address, { replaceHistoryEntry: true });
}
