// The upload of this document. The module keeps it for as long as the document lives: the wizard's pages and circuits come and go,
// connect, and are told the state as it is.

import { abort, ask, sendParts } from './upload-transfer.js';

const reportEveryMs = 250;
const heartbeatMs = 1000;
const speedWindowMs = 5000;
const completedKey = 'completed-upload';

let upload = recall(); // the one under way or ended last
let circuit = null; // DotNetObjectReference of the circuit that listens
let away = false; // the circuit's connection is down
let lastReport = 0;
let reportTimer = 0;

// --- Called by the circuit ---

export function connect(dotnet) {
  circuit = dotnet;
  return report();
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
    choose([...event.dataTransfer.files]);
  });
}

export function cancel() {
  if (isUnderWay()) end('Cancelled');
}

export function forget() {
  const forgotten = upload;
  const wasUnderWay = isUnderWay();
  upload = null;
  sessionStorage.removeItem(completedKey);
  if (wasUnderWay) end('Cancelled', null, forgotten);
  else report();
}

// --- Choosing a file ---

function start(files, limits) {
  if (files.length === 0 || isUnderWay()) return;
  const file = files[0];
  upload = newUpload(file);
  sessionStorage.removeItem(completedKey);
  const reason = files.length > 1 ? 'Choose one file; a job transcribes one.' : refusal(file, limits);
  if (reason) end('Failed', reason);
  else run(upload);
}

function newUpload(file) {
  return {
    file, phase: 'Uploading', error: null, location: null, token: null, antiforgery: null, onProgress: progress,
    done: 0, inFlight: new Map(), requests: new Set(), stop: new AbortController(), samples: [{ at: performance.now(), sent: 0 }],
  };
}

// Said before the first byte is sent. The server checks the same again.
function refusal(file, limits) {
  const extensions = limits.extensions.split(' ');
  const name = file.name.toLowerCase();
  if (!extensions.some(extension => name.endsWith(extension)) || isOtherType(file.type))
    return `'${file.name}' is not a media file that can be transcribed. Valid formats: ${limits.formats}.`;
  if (file.size === 0) return `'${file.name}' is empty.`;
  if (file.size > Number(limits.maxBytes))
    return `'${file.name}' has ${file.size.toLocaleString('en-US')} bytes; a job can have media of up to ${Number(limits.maxBytes).toLocaleString('en-US')} bytes (2 GB).`;
  return null;
}

// The browser knows a type by the name or not at all; only a plain contradiction counts.
function isOtherType(type) {
  return type !== '' && !/^(audio|video)\//.test(type) && !/^application\/(ogg|mp4|octet-stream|x-.*)$/.test(type);
}

// --- Sending ---

async function run(current) {
  report();
  const heartbeat = setInterval(report, heartbeatMs); // a stalled upload must not go on showing its last speed
  try {
    const begun = await ask(current, 'POST', 'uploads', { fileName: current.file.name, size: current.file.size });
    if (current.stop.signal.aborted) {
      abort(current, begun.token);
      return;
    }
    current.token = begun.token;
    await sendParts(current, begun);
    current.phase = 'Completing';
    report();
    const completed = await ask(current, 'POST', `uploads/${current.token}/complete`);
    current.location = completed.location;
    keep(current);
    end('Completed', null, current);
  } catch (error) {
    if (!current.stop.signal.aborted) end('Failed', error.message, current);
  } finally {
    clearInterval(heartbeat);
  }
}

// --- A reload ---

// The file is gone with the document, but what is in S3 already need not be sent again.
function keep(current) {
  try {
    sessionStorage.setItem(completedKey, JSON.stringify({ name: current.file.name, size: current.file.size, location: current.location }));
  } catch {
    // No room: after a reload the file has to be chosen again.
  }
}

function recall() {
  const kept = JSON.parse(sessionStorage.getItem(completedKey));
  return kept && { ...newUpload({ name: kept.name, size: kept.size }), phase: 'Completed', location: kept.location, done: kept.size };
}

// --- Ending ---

function isUnderWay() {
  return upload !== null && (upload.phase === 'Uploading' || upload.phase === 'Completing');
}

function end(phase, error = null, current = upload) {
  current.phase = phase;
  current.error = error;
  if (phase !== 'Completed') {
    current.stop.abort();
    for (const request of [...current.requests]) request.abort();
    if (current.token) abort(current, current.token);
  }
  report();
}

window.addEventListener('beforeunload', event => {
  if (isUnderWay()) event.preventDefault();
});

window.addEventListener('pagehide', event => {
  if (!event.persisted && isUnderWay()) end('Cancelled');
});

// --- Telling the circuit ---

function sent(current) {
  let bytes = current.done;
  for (const loaded of current.inFlight.values()) bytes += loaded;
  return Math.min(bytes, current.file.size);
}

// Over the last seconds: quick to follow a change, slow enough to be read.
function speed(current, bytes) {
  const now = performance.now();
  const samples = current.samples;
  samples.push({ at: now, sent: bytes });
  while (samples.length > 2 && now - samples[0].at > speedWindowMs) samples.shift();
  const seconds = (now - samples[0].at) / 1000;
  return seconds < 0.2 ? 0 : Math.max(0, (bytes - samples[0].sent) / seconds);
}

function snapshot() {
  if (upload === null)
    return { phase: 'None', fileName: '', size: 0, sent: 0, bytesPerSecond: 0, secondsLeft: null, location: null, error: null };
  const bytes = sent(upload);
  const bytesPerSecond = isUnderWay() ? speed(upload, bytes) : 0;
  const secondsLeft = upload.phase === 'Uploading' && bytesPerSecond > 0 ? (upload.file.size - bytes) / bytesPerSecond : null;
  return {
    phase: upload.phase, fileName: upload.file.name, size: upload.file.size, sent: bytes, bytesPerSecond, secondsLeft,
    location: upload.location, error: upload.error,
  };
}

function progress() {
  if (reportTimer !== 0) return;
  reportTimer = setTimeout(report, Math.max(0, lastReport + reportEveryMs - performance.now()));
}

function report() {
  clearTimeout(reportTimer);
  reportTimer = 0;
  lastReport = performance.now();
  const state = snapshot();
  if (!away) circuit?.invokeMethodAsync('Report', state).catch(() => {});
  return state;
}

// The upload goes on while the circuit is away. What is said to it then is lost, so it is told again when it is back.
document.getElementById('components-reconnect-modal')?.addEventListener('components-reconnect-state-changed', ({ detail }) => {
  away = detail.state !== 'hide';
  if (!away) report();
});
