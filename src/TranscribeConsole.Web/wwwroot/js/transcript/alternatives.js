import { ask, element } from './dom.js';

/** Shows the other readings of a word and of its segment. */
export async function showAlternatives(root, address, redacted, model, word) {
  const part = name => root.querySelector(`[data-part=${name}]`);
  const [dialog, list] = [part('alternatives-dialog'), part('alternatives-list')];
  part('alternatives-title').textContent = `Other readings of “${model.text(word)}”`;
  list.replaceChildren(element('p', { role: 'status', text: 'Loading…' }));
  if (!dialog.open) dialog.showModal();
  try {
    const turn = model.turnOf[word];
    const query = new URLSearchParams({ turn: model.turns[turn].id, word: word - model.firstWord(turn), redacted });
    const { answer } = await ask('GET', `${address}/alternatives?${query}`);
    list.replaceChildren(
      element('h3', { text: 'The word' }),
      answer.word.length === 0 ? element('p', { class: 'hint', text: 'No other reading of this word alone.' })
        : element('ul', {}, ...answer.word.map(reading => element('li', { dir: 'auto', text: `${reading.text}${percent(reading.confidence)}` }))),
      element('h3', { text: 'The segment' }),
      answer.segment.length === 0 ? element('p', { class: 'hint', text: 'The transcript has no readings of this segment.' })
        : element('ol', {}, ...answer.segment.map(reading => element('li', { dir: 'auto', text: reading }))));
  } catch (error) {
    list.replaceChildren(element('p', { role: 'alert', text: error.message }));
  }
}

function percent(confidence) { return confidence === null ? '' : ` (${Math.floor(confidence * 100)} %)`; }
