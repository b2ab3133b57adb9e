// 更正: one piece of a document that was issued; its number and its former version stay.
import { ask, element, messageLine, openDialog } from '../../../../../rectify/api.js';

const SHOWN = 40;

function shortened(piece) {
  const label = (piece.label ? piece.label + '：' : '') + piece.text;
  return label.length > SHOWN ? label.slice(0, SHOWN) + '…' : label;
}

/** @param changed called when the document was corrected; refuse is told why it cannot be */
export async function correct(row, changed, refuse) {
  let details;
  try {
    details = await ask('GET', '/api/documents/' + row.id);
  } catch (failure) {
    refuse(failure.message);
    return;
  }
  const message = messageLine();
  const piece = element(
    'select',
    { class: 'form-control', onchange: () => fill() },
    details.pieces.map((one, at) => element('option', { value: at }, shortened(one)))
  );
  const text = element('textarea', { class: 'form-control', rows: 4, maxlength: 1000 });
  const reason = element('textarea', { class: 'form-control', rows: 2, maxlength: 500 });
  const hint = element('p', { class: 'about' });
  const send = element('button', { type: 'submit', class: 'btn btn-primary' }, '更正并保留原版');

  function fill() {
    text.value = details.pieces[piece.value].text;
    hint.textContent = details.pieces[piece.value].hint + '。';
  }

  async function perform(event) {
    event.preventDefault();
    send.disabled = true;
    await message.attempt(async () => {
      await ask('POST', `/api/documents/${row.id}/corrections`, {
        block: details.pieces[piece.value].block,
        text: text.value,
        reason: reason.value
      });
      close();
      changed();
    });
    send.disabled = false;
  }

  const { close } = openDialog(
    '更正' + row.title,
    element(
      'form',
      { onsubmit: perform },
      element('p', {}, row.number + '。文号不变，原版本保留；案件事实、等级、措施和期限不能在此更正。'),
      element('label', {}, '更正哪一项', piece),
      element('label', {}, '更正后的内容', text),
      hint,
      element('label', {}, '更正理由', reason),
      message.line,
      send
    )
  );
  fill();
}
