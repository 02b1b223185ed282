let replaced = null; // what was put there last: the server may not have heard of it yet

/** Puts an address in the place of the page's own, unless somebody has gone on from it meanwhile. */
export function replace(own, address) {
  const here = withoutHash(location.href); // a place on the page is still the page, and the server is not told of it
  if (here !== withoutHash(own) && here !== replaced) return;
  replaced = withoutHash(new URL(address, document.baseURI).href);
  Blazor.navigateTo(address, { replaceHistoryEntry: true });
}

function withoutHash(address) { return address.split("#", 1)[0]; }
