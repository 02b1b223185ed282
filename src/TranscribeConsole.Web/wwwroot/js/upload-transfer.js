// How an upload reaches the console: slices over plain HTTP in any order, each tried again with back-off. What is sent is counted in the
// upload itself, and every step told to its onProgress.

const attemptsPerSlice = 8;
const firstPauseMs = 500;
const longestPauseMs = 20000;
const slowestAnswerMs = 120000;

export async function sendParts(current, begun, slicesAtATime) {
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
  current.onProgress();
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
      current.onProgress();
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

export function ask(current, method, path, body) {
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

// --- Taking back ---

// What has arrived is dropped; if this fails too, the console does it after 24 hours.
export async function abort(current, token) {
  try {
    const antiforgeryToken = await current.antiforgery;
    await fetch(`uploads/${token}`, { method: 'DELETE', headers: { [antiforgeryToken.header]: antiforgeryToken.token }, keepalive: true });
  } catch {
    // See above.
  }
}
