// Files chosen and cells pasted into the editor of words: their bytes go to the console over plain HTTP, the page is told where they are parked.

const longestBytes = 1 << 20;

/** Watches an editor: its file input, its drop zone, and pastes of several cells or lines into its fields. */
export function connect(editor, page) {
  editor.addEventListener('change', event => {
    if (event.target.type !== 'file' || event.target.files.length === 0) return;
    const [file] = event.target.files;
    event.target.value = ''; // the same file again is a choice, too
    send(page, file, file.name, -1);
  });
  editor.addEventListener('dragover', event => event.preventDefault());
  editor.addEventListener('drop', event => {
    const [file] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    send(page, file, file.name, -1);
  });
  editor.addEventListener('paste', event => {
    const text = event.clipboardData.getData('text/plain');
    const row = event.target.dataset?.row;
    if (row === undefined || !/[\t\n]/.test(text.trimEnd())) return; // one word goes into the field as always
    event.preventDefault();
    send(page, new Blob([text]), null, Number(row));
  });
  editor.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.isComposing || event.target.dataset?.row === undefined) return;
    event.preventDefault(); // to the next row, not away with the form
    const fields = [...editor.querySelectorAll(`[data-column="${event.target.dataset.column}"]`)];
    const next = fields[fields.indexOf(event.target) + 1];
    if (next) next.focus();
    else editor.querySelector('[data-add]')?.click();
  });
  editor.dataset.ready = '';
}

export function focus(id) {
  document.getElementById(id)?.focus();
}

export function download(address, name) {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
}

async function send(page, blob, name, row) {
  try {
    if (blob.size > longestBytes) throw new Error('The file is much longer than the 50 KB that the service takes.');
    const token = await (await fetch('antiforgery', { cache: 'no-store' })).json();
    const answer = await fetch('word-lists', { method: 'POST', body: blob, headers: { [token.header]: token.token, 'Content-Type': 'application/octet-stream' } });
    const body = await answer.json();
    if (!answer.ok) throw new Error(body.detail ?? `The console answered ${answer.status}.`);
    await page.invokeMethodAsync('Received', body.id, name, row);
  } catch (error) {
    const lost = error instanceof TypeError; // what fetch throws when there was no answer
    await page.invokeMethodAsync('Refused', lost ? 'The connection to the console was lost. Try again.' : error.message);
  }
}
