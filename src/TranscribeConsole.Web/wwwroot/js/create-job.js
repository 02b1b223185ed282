// Keeps what was entered into the wizard for as long as the tab lives: a reload, a lost circuit or a restarted server loses nothing typed.
// The server hands over the draft a moment after each change; what was typed since then is read from the fields themselves.

const key = 'job-draft';
const panelKey = 'request-panel';
const writeAfterMs = 200;
const longestText = 300_000; // characters, of the whole draft; the server refuses more when it reads it
const longestField = 4_096;

let form = null; // the step's form while one is on screen
let draft = null; // as the server wrote it last
let worthKeeping = false; // somebody has changed something
let typed = false; // in this form
let timer = 0;

/** The kept draft, as bytes: more than a circuit's message may hold. */
export function load() {
  return new TextEncoder().encode(sessionStorage.getItem(key) ?? 'null'); // a stream of no bytes is refused
}

/** A step is on screen and its fields are filled from the draft. */
export function begin(element, text, worth) {
  if (form !== element) element.addEventListener('input', typing);
  [form, draft, worthKeeping, typed] = [element, text, worth, false];
}

/** The draft has changed on the server. */
export function keep(text, worth) {
  [draft, worthKeeping] = [text, worth];
  write();
}

/** Submitted or cancelled. */
export function clear() {
  clearTimeout(timer);
  [draft, worthKeeping, typed] = [null, false, false];
  sessionStorage.removeItem(key);
}

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

function typing() {
  typed = true;
  clearTimeout(timer);
  timer = setTimeout(write, writeAfterMs);
}

function write() {
  clearTimeout(timer);
  if (draft === null) return;
  if (!worthKeeping && !typed) return sessionStorage.removeItem(key);
  const text = JSON.stringify({ ...JSON.parse(draft), fields: typed ? fields() : {} });
  try {
    if (text.length <= longestText) sessionStorage.setItem(key, text);
  } catch {
    // No room: a reload begins with what could be kept before.
  }
}

// Of the comboboxes the server knows the value; the field shows its name.
function fields() {
  if (!form?.isConnected) return {};
  const inputs = [...form.querySelectorAll('input[type=text][id]:not([role])')];
  return Object.fromEntries(inputs.map(input => [input.id, input.value.slice(0, longestField)]));
}

window.addEventListener('pagehide', write);
