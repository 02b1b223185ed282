// The upload of this document. The module keeps it for as long as the document lives: the wizard's pages and circuits come and go,
// connect, and are told the state as it is.

const slicesAtATime = 4;
const attemptsPerSlice = 8;
const firstPauseMs = 500;
const longestPauseMs = 20000;
const reportEveryMs = 250;
const heartbeatMs = 1000;
const speedWindowMs = 5000;
const slowestAnswerMs = 120000;

let upload = null; // the one under way or ended last
let circuit = null; // DotNetObjectReference of the circuit that listens
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
  if (wasUnderWay) end('Cancelled', null, forgotten);
  else report();
}

// --- Choosing a file ---

function start(files, limits) {
  if (files.length === 0 || isUnderWay()) return;
  const file = files[0];
  upload = newUpload(file);
  const reason = files.length > 1 ? 'Choose one file; a job transcribes one.' : refusal(file, limits);
  if (reason) end('Failed', reason);
  else run(upload);
}

function newUpload(file) {
  return {
    file, phase: 'Uploading', error: null, location: null, token: null, antiforgery: null,
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
    end('Completed', null, current);
  } catch (error) {
    if (!current.stop.signal.aborted) end('Failed', error.message, current);
  } finally {
    clearInterval(heartbeat);
  }
}

async function sendParts(current, begun) {
  let next = 1;
  const worker = async () => {
    while (next <= begun.partCount) {
      const number = next++;
      await sendPart(current, number, begun.partSize);
    }
  };
  await Promise.all(Array.from({ length: Math.min(slicesAtATime, begun.partCount) }, worker));
}

async function sendPart(current, number, partSize) {
  const slice = current.file.slice((number - 1) * partSize, number * partSize);
  await retry(current, () => put(current, number, slice));
  current.inFlight.delete(number);
  current.done += slice.size;
  progress();
}

// XMLHttpRequest, for fetch tells nothing of how far an upload is.
async function put(current, number, slice) {
  const token = await antiforgery(current);
  current.stop.signal.throwIfAborted();
  await new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const finish = (settle, value) => {
      current.requests.delete(request);
      clearTimeout(watchdog);
      settle(value);
    };
    // A connection that went silent: neither bytes nor an answer, and the browser may not notice for long.
    let watchdog = 0;
    const alive = () => {
      clearTimeout(watchdog);
      watchdog = setTimeout(() => request.abort(), slowestAnswerMs);
    };
    request.open('PUT', `uploads/${current.token}/parts/${number}`);
    request.setRequestHeader(token.header, token.token);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.onprogress = event => {
      alive();
      current.inFlight.set(number, event.loaded);
      progress();
    };
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) finish(resolve);
      else finish(reject, failureOf(current, request.status, request.responseText));
    };
    const lost = () => {
      current.inFlight.delete(number);
      finish(reject, retryable('The connection to the console was lost.'));
    };
    request.onerror = lost;
    request.onabort = lost;
    current.requests.add(request);
    alive();
    request.send(slice);
  });
}

function ask(current, method, path, body) {
  return retry(current, async () => {
    const token = await antiforgery(current);
    const headers = { [token.header]: token.token };
    if (body) headers['Content-Type'] = 'application/json';
    const response = await tryFetch(path, { method, headers, body: body && JSON.stringify(body), signal: current.stop.signal });
    const text = await response.text();
    if (!response.ok) throw failureOf(current, response.status, text);
    return text === '' ? null : JSON.parse(text);
  });
}

// Fetched when it is needed and again when it was refused: a restarted console or another one on this host may have replaced the cookie.
async function antiforgery(current) {
  current.antiforgery ??= (async () => {
    const response = await tryFetch('antiforgery', { cache: 'no-store', signal: current.stop.signal });
    if (!response.ok) throw failureOf(current, response.status, await response.text());
    return response.json();
  })().catch(error => {
    current.antiforgery = null;
    throw error;
  });
  return current.antiforgery;
}

async function tryFetch(path, options) {
  try {
    return await fetch(path, options);
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw retryable('The connection to the console was lost.');
  }
}

// --- Trying again ---

function retryable(message) {
  return Object.assign(new Error(message), { retryable: true });
}

function failureOf(current, status, text) {
  let problem = {};
  try {
    problem = JSON.parse(text);
  } catch {
    // No problem document: a proxy's page, or nothing.
  }
  const staleToken = status === 400 && problem.title === 'Antiforgery token missing or invalid';
  if (staleToken) current.antiforgery = null;
  const message = problem.detail ?? `The console answered ${status}.`;
  return Object.assign(new Error(message), { retryable: staleToken || status >= 500 || status === 429 || status === 408 });
}

async function retry(current, send) {
  for (let attempt = 1; ; attempt++) {
    current.stop.signal.throwIfAborted();
    try {
      return await send();
    } catch (error) {
      if (current.stop.signal.aborted || !error.retryable || attempt >= attemptsPerSlice) throw error;
    }
    await pause(current, Math.min(longestPauseMs, firstPauseMs * 2 ** (attempt - 1)) * (0.5 + Math.random() / 2));
    await online(current);
  }
}

function pause(current, milliseconds) {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, milliseconds);
    current.stop.signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    }, { once: true });
  });
}

// Without a network every attempt would be wasted.
function online(current) {
  if (navigator.onLine) return Promise.resolve();
  return new Promise(resolve => {
    window.addEventListener('online', resolve, { once: true });
    current.stop.signal.addEventListener('abort', resolve, { once: true });
  });
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

// What has arrived is dropped; if this fails too, the console does it after 24 hours.
async function abort(current, token) {
  try {
    const antiforgeryToken = await current.antiforgery;
    await fetch(`uploads/${token}`, { method: 'DELETE', headers: { [antiforgeryToken.header]: antiforgeryToken.token }, keepalive: true });
  } catch {
    // See above.
  }
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
  tell(state);
  return state;
}

// Nothing is lost while the circuit is away, and the upload goes on: the next report reaches it when it is back.
async function tell(state) {
  try {
    await circuit?.invokeMethodAsync('Report', state); // throws at once, rather than rejecting, without a connection
  } catch {
    // See above.
  }
}
