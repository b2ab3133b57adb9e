// 转交: gives the task one has taken to a colleague, with a note.
import { call, element, messageLine, openDialog, openTaskId, showTask } from './rectify.js';

async function open(scope) {
  const taskId = openTaskId();
  if (!taskId) {
    return;
  }
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
          await call('POST', '/tasks/' + encodeURIComponent(taskId) + '/hand-over', {
            to: to.value,
            note: note.value
          });
          close();
          showTask(null, scope);
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
    const colleagues = await call('GET', '/tasks/' + encodeURIComponent(taskId) + '/colleagues');
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

export default {
  id: 'rectify-hand-over',
  pluginPoint: 'tasklist.task.action',
  priority: 90,
  render(node, context, scope) {
    node.append(
      element(
        'button',
        { type: 'button', class: 'btn btn-link rectify-action', onclick: () => open(scope) },
        element('span', { class: 'glyphicon glyphicon-share-alt', 'aria-hidden': 'true' }),
        ' 转交'
      )
    );
  }
};
