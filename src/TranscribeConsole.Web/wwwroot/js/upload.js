// The uploads of this document. The module keeps them for as long as the document lives: the wizard's pages and circuits come and go,
// connect, and are told the state as it is.

import { refusal } from './upload-limits.js';
import { snapshot } from './upload-report.js';
import { canRetry, isLost, isSame, isSending, isUnderWay } from './upload-state.js';
import { abort, ask, sendParts } from './upload-transfer.js';

const uploadsAtATime = 2;
const slicesAtATime = 4; // of all uploads together
const reportEveryMs = 250;
const heartbeatMs = 1000;
const keptKey = 'uploads';

let uploads = recall(); // in the order in which they were chosen
let lastId = Math.max(0, ...uploads.map(upload => upload.id));
let circuit = null; // DotNetObjectReference of the circuit that listens
let away = false; // the circuit's connection is down
let lastReport = 0;
let reportTimer = 0;
let heartbeat = 0;
const changed = new Set(); // not told yet

// --- Called by the circuit ---

export function connect(dotnet) {
  circuit = dotnet;
  changed.clear();
  return JSON.stringify(uploads.map(snapshot));
}

// The drop zone's data attributes carry the server's limits; the file input inside it is the way without a mouse.
export function bind(zone) {
  if (zone.dataset.bound) return;
  zone.dataset.bound = 'true';
  const input = zone.querySelector('input[type=file]');
  const choose = files => start(files, zone.dataset);
  const take = () => {
    choose([...input.files]);
    input.value = ''; // the same file can be chosen again after a failure
  };
  input.addEventListener('change', take);
  if (input.files.length > 0) take(); // chosen before the circuit came to bind
  zone.addEventListener('dragover', event => {
    event.preventDefault();
    zone.dataset.dragging = 'true';
  });
  zone.addEventListener('dragleave', event => {
    if (!zone.contains(event.relatedTarget)) delete zone.dataset.dragging;
  });
  zone.addEventListener('drop', event => {
    event.preventDefault();
    delete zone.dataset.dragging;
    if (!input.matches(':disabled')) choose([...event.dataTransfer.files]);
  });
}

export function cancel(id) {
  const upload = find(id);
  if (upload && isUnderWay(upload)) end(upload, 'Cancelled');
}

export function retry(id) {
  const index = uploads.findIndex(upload => upload.id === id);
  if (index < 0 || !canRetry(uploads[index])) return;
  uploads[index] = newUpload(uploads[index].file, id);
  tell(uploads[index]);
  pump();
}

export function remove(id) {
  const upload = find(id);
  if (!upload) return;
  uploads = uploads.filter(other => other !== upload);
  drop(upload);
  keep();
  report();
  pump();
}

export function forget() {
  const forgotten = uploads;
  uploads = [];
  forgotten.forEach(drop);
  keep();
  report();
}

// --- Choosing files ---

function start(files, limits) {
  if (files.length === 0) return;
  // What failed gives way to what is chosen next: alone, or the same file again.
  const givesWay = upload => isLost(upload) && (uploads.length === 1 || files.some(file => isSame(upload.file, file)));
  uploads = uploads.filter(upload => !givesWay(upload));
  const fresh = files.filter(file => !uploads.some(upload => isSame(upload.file, file)));
  const room = Number(limits.maxFiles) - uploads.length;
  for (const file of fresh.slice(0, Math.max(room, 0))) add(file, refusal(file, limits));
  if (fresh.length > room)
    add(fresh[Math.max(room, 0)], `Up to ${limits.maxFiles} files can be chosen. ${fresh.length - Math.max(room, 0)} of them, beginning with this one, were left out.`);
  keep();
  report();
  pump();
}

function add(file, refusedBecause) {
  const upload = newUpload(file, ++lastId);
  uploads.push(upload);
  changed.add(upload);
  if (refusedBecause) Object.assign(upload, { phase: 'Failed', error: refusedBecause, refused: true });
}

function newUpload(file, id) {
  const upload = {
    id, file, phase: 'Waiting', error: null, refused: false, location: null, token: null, antiforgery: null,
    done: 0, inFlight: new Map(), requests: new Set(), stop: new AbortController(), samples: [{ at: performance.now(), sent: 0 }],
  };
  upload.onProgress = () => {
    changed.add(upload);
    progress();
  };
  return upload;
}

// --- Sending ---

function pump() {
  const free = uploadsAtATime - uploads.filter(isSending).length;
  uploads.filter(upload => upload.phase === 'Waiting').slice(0, Math.max(free, 0)).forEach(run);
}

async function run(upload) {
  upload.phase = 'Uploading';
  tell(upload);
  beat();
  try {
    const begun = await ask(upload, 'POST', 'uploads', { fileName: upload.file.name, size: upload.file.size });
    if (upload.stop.signal.aborted) {
      abort(upload, begun.token);
      return;
    }
    upload.token = begun.token;
    await sendParts(upload, begun, uploads.length > 1 ? slicesAtATime / uploadsAtATime : slicesAtATime);
    upload.phase = 'Completing';
    tell(upload);
    const completed = await ask(upload, 'POST', `uploads/${upload.token}/complete`);
    upload.location = completed.location;
    end(upload, 'Completed');
  } catch (error) {
    if (!upload.stop.signal.aborted) end(upload, 'Failed', error.message);
  }
}

// An upload that stalls must not go on showing its last speed.
function beat() {
  if (heartbeat !== 0) return;
  heartbeat = setInterval(() => {
    uploads.filter(isSending).forEach(upload => changed.add(upload));
    if (changed.size > 0) report();
    if (uploads.some(isUnderWay)) return;
    clearInterval(heartbeat);
    heartbeat = 0;
  }, heartbeatMs);
}

// --- A reload ---

// The files are gone with the document, but what is in S3 already need not be sent again.
function keep() {
  const worth = uploads.length > 1 ? uploads : uploads.filter(upload => upload.phase === 'Completed');
  const kept = worth.map(({ id, file, location }) => ({ id, location, name: file.name, size: file.size, lastModified: file.lastModified }));
  try {
    if (kept.length === 0) sessionStorage.removeItem(keptKey);
    else sessionStorage.setItem(keptKey, JSON.stringify(kept));
  } catch {
    // No room: after a reload the files have to be chosen again.
  }
}

function recall() {
  return (JSON.parse(sessionStorage.getItem(keptKey)) ?? []).map(({ id, location, ...file }) => ({
    ...newUpload(file, id), location, refused: !location, done: location ? file.size : 0, phase: location ? 'Completed' : 'Failed',
    error: location ? null : 'The page was reloaded before this file was uploaded. Choose it again.',
  }));
}

// --- Ending ---

function find(id) {
  return uploads.find(upload => upload.id === id);
}

function end(upload, phase, error = null) {
  if (phase !== 'Completed') drop(upload);
  Object.assign(upload, { phase, error });
  keep();
  tell(upload);
  pump();
}

// Stops what is sent and takes back what has arrived; what is completed stays.
function drop(upload) {
  if (!isUnderWay(upload)) return;
  upload.stop.abort();
  for (const request of [...upload.requests]) request.abort();
  if (upload.token) abort(upload, upload.token);
}

window.addEventListener('beforeunload', event => {
  if (uploads.some(isUnderWay)) event.preventDefault();
});

window.addEventListener('pagehide', event => {
  if (event.persisted) return;
  const underWay = uploads.filter(isUnderWay);
  underWay.forEach(drop);
  underWay.forEach(upload => (upload.phase = 'Cancelled'));
  keep();
});

// --- Telling the circuit ---

function tell(upload) {
  changed.add(upload);
  report();
}

function progress() {
  if (reportTimer !== 0) return;
  reportTimer = setTimeout(report, Math.max(0, lastReport + reportEveryMs - performance.now()));
}

// Only what has changed goes over the circuit, and which uploads there are.
function report() {
  clearTimeout(reportTimer);
  reportTimer = 0;
  lastReport = performance.now();
  if (away || circuit === null) return;
  const reports = uploads.filter(upload => changed.has(upload)).map(snapshot);
  changed.clear();
  circuit.invokeMethodAsync('Report', JSON.stringify(reports), uploads.map(upload => upload.id)).catch(() => {});
}

// The uploads go on while the circuit is away. What is said to it then is lost, so it is told again when it is back.
document.getElementById('components-reconnect-modal')?.addEventListener('components-reconnect-state-changed', ({ detail }) => {
  away = detail.state !== 'hide';
  if (away) return;
  uploads.forEach(upload => changed.add(upload));
  report();
});
