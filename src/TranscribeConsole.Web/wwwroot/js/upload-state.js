// Where an upload stands, by its phase.

export function isSending(upload) {
  return upload.phase === 'Uploading' || upload.phase === 'Completing';
}

export function isUnderWay(upload) {
  return upload.phase === 'Waiting' || isSending(upload);
}

export function isLost(upload) {
  return upload.phase === 'Failed' || upload.phase === 'Cancelled';
}

export function canRetry(upload) {
  return isLost(upload) && !upload.refused;
}

export function isSame(one, other) {
  return one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;
}
