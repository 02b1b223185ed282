// Which files are refused before the first byte is sent. The server checks the same again.

/** Why the file can't be used; null: it can. The limits are the data attributes of the drop zone. */
export function refusal(file, limits) {
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
