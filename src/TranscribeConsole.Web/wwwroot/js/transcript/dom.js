/** An element with properties and children: no markup is parsed, so that nothing in a transcript can be any. */
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else if (key === 'text') made.textContent = value;
    else made.setAttribute(key, value === true ? '' : value);
  }
  made.append(...children.filter(child => child !== null));
  return made;
}

let antiforgery = null; // promise of { token, header }

/** Has the token ready, so that a change is one request that outlives its tab. */
export function prepare() {
  antiforgery ??= fetch('antiforgery', { cache: 'no-store' }).then(answer => answer.json());
  return antiforgery;
}

/** Asks the console; an answer that is neither a success nor accepted is thrown with its sentence. */
export async function ask(method, address, body, { keepalive = false, accept = [] } = {}) {
  for (let attempt = 0; ; attempt++) {
    const headers = {};
    if (method !== 'GET') {
      const { token, header } = await prepare().catch(error => {
        antiforgery = null;
        throw error;
      });
      headers[header] = token;
      headers['Content-Type'] = 'application/json';
    }
    const response = await fetch(address, { method, headers, keepalive, body: body === undefined ? undefined : JSON.stringify(body) });
    if (response.ok || accept.includes(response.status)) return { status: response.status, answer: await response.json() };
    if (response.status !== 400 || method === 'GET' || attempt > 0) throw new Refusal(response.status, await sentence(response));
    antiforgery = null; // it may have expired: once more with a fresh one
  }
}

/** The console answered, and said no: trying the same again would be in vain, except for a 5xx. */
export class Refusal extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

export async function sentence(response) {
  try {
    return (await response.json()).detail ?? `The console answered ${response.status}.`;
  } catch {
    return `The console answered ${response.status}.`;
  }
}

/** What the browser remembers, where it may. */
export function recall(store, key) {
  try {
    return JSON.parse(store.getItem(key));
  } catch {
    return null;
  }
}

export function remember(store, key, value) {
  try {
    if (value === null) store.removeItem(key);
    else store.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false; // no room, or not allowed
  }
}

/** Text to the clipboard, also where the page is not a secure context and has no Clipboard API. */
export function copyText(text) {
  const put = event => {
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener('copy', put, { capture: true, once: true });
  const done = document.execCommand('copy');
  document.removeEventListener('copy', put, { capture: true });
  return done;
}
