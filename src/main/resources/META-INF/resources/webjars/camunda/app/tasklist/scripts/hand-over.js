// 转交: gives the task one has taken to a colleague, with a note.
import { sayLasting } from './done-line.js';
import { ask, element, messageLine, openDialog } from '../../../../rectify/api.js';
import { showTask } from './tasklist.js';

export async function handOver(taskId, scope) {
  const message = messageLine();
  const to = element('select', { class: 'form-control', required: true });
  const note = element('textarea', { class: 'form-control', rows: '3', maxlength: '200', required: true });
  const submit = element('button', { type: 'submit', class: 'btn btn-primary' }, '转交');
  const form = element(
    'form',
    {
      onsubmit: async event => {
        event.preventDefault();
        submit.disabled = true;
        try {
          await ask('POST', '/api/tasks/' + encodeURIComponent(taskId) + '/hand-over', {
            to: to.value,
            note: note.value
          });
          close();
          showTask(null, scope);
          sayLasting([element('p', {}, `任务已转交${to.selectedOptions[0].textContent}，对方会收到通知。`)]);
        } catch (failure) {
          message.say(failure.message, true);
          submit.disabled = false;
        }
      }
    },
    element('label', {}, '转交给', to),
    element('label', {}, '转交说明', note),
    message.line,
    submit
  );
  const { close } = openDialog('转交任务', form);
  try {
    const colleagues = await ask('GET', '/api/tasks/' + encodeURIComponent(taskId) + '/colleagues');
    to.append(...colleagues.map(person => element('option', { value: person.id }, person.name)));
    if (colleagues.length === 0) {
      message.say('没有可以接手的同事。', true);
      submit.disabled = true;
    }
    to.focus();
  } catch (failure) {
    message.say(failure.message, true);
    submit.disabled = true;
  }
}
