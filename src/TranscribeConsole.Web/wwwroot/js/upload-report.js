// What the circuit is told about an upload.

import { canRetry, isSending } from './upload-state.js';

const speedWindowMs = 5000;

function sent(upload) {
  let bytes = upload.done;
  for (const loaded of upload.inFlight.values()) bytes += loaded;
  return Math.min(bytes, upload.file.size);
}

// Over the last seconds: quick to follow a change, slow enough to be read.
function speed(upload, bytes) {
  const now = performance.now();
  const samples = upload.samples;
  samples.push({ at: now, sent: bytes });
  while (samples.length > 2 && now - samples[0].at > speedWindowMs) samples.shift();
  const seconds = (now - samples[0].at) / 1000;
  return seconds < 0.2 ? 0 : Math.max(0, (bytes - samples[0].sent) / seconds);
}

export function snapshot(upload) {
  const bytes = sent(upload);
  const bytesPerSecond = isSending(upload) ? speed(upload, bytes) : 0;
  const secondsLeft = upload.phase === 'Uploading' && bytesPerSecond > 0 ? (upload.file.size - bytes) / bytesPerSecond : null;
  return {
    id: upload.id, phase: upload.phase, fileName: upload.file.name, size: upload.file.size, sent: bytes, bytesPerSecond, secondsLeft,
    location: upload.location, error: upload.error, canRetry: canRetry(upload),
  };
}
