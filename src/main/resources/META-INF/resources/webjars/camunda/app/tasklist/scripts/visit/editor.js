// The form of one finding. What is typed is kept in the browser's session until it is saved.
import { element, messageLine } from '../../../../../rectify/api.js';

const LEVELS = { general: '一般隐患', major: '重大隐患' };
const DISPOSALS = {
  corrected: '当场纠正',
  ordered: '责令限期整改',
  measures: '采取现场处理措施并责令整改',
  transferred: '移送其他部门'
};
const DONE = ['corrected', 'measures'];

let made = 0;

function field(label, input, hint) {
  return element(
    'label',
    { class: 'rectify-field' },
    element('span', {}, label),
    input,
    hint ? element('small', {}, hint) : null
  );
}

function choice(legend, name, options) {
  const inputs = Object.entries(options).map(([value, label]) => {
    const input = element('input', { type: 'radio', name, value });
    return [input, element('label', { class: 'rectify-choice' }, input, ' ' + label)];
  });
  return {
    node: element('fieldset', {}, element('legend', {}, legend), ...inputs.map(([, label]) => label)),
    get: () => (inputs.find(([input]) => input.checked) || [{ value: null }])[0].value,
    set: value => inputs.forEach(([input]) => (input.checked = input.value === value))
  };
}

export function editor({ task, finding, departments, onSave, onCancel }) {
  const own = 'rectify-finding-' + ++made;
  const kept = 'rectify-finding ' + task + ' ' + (finding ? finding.number : 'new');
  const message = messageLine();
  const text = (rows, most) =>
    element(rows ? 'textarea' : 'input', {
      class: 'form-control',
      rows,
      maxlength: most,
      type: rows ? null : 'text'
    });
  const location = text(0, 100);
  const description = text(3, 500);
  const level = choice('隐患等级', own + '-level', LEVELS);
  const majorBasis = text(2, 300);
  const disposal = choice('处理方式', own + '-disposal', DISPOSALS);
  const measures = text(2, 500);
  const transfer = element(
    'select',
    { class: 'form-control' },
    element('option', { value: '' }, '请选择'),
    ...Object.entries(departments).map(([role, name]) => element('option', { value: role }, name))
  );
  const dueAt = element('input', { type: 'date', class: 'form-control' });
  const basisField = field('重大隐患判定依据', majorBasis, '写明所依据的判定标准名称和条款');
  const measuresField = field('当场纠正或现场处理情况', measures);
  const transferField = field('移送至', transfer);
  const dueField = field('整改期限', dueAt, '不填的按规定的默认期限');

  const read = () => ({
    location: location.value,
    description: description.value,
    level: level.get(),
    majorBasis: majorBasis.value,
    disposal: disposal.get(),
    onSpotMeasures: measures.value,
    transferRole: transfer.value,
    dueAt: dueAt.value
  });

  function write(seen) {
    location.value = seen.location || '';
    description.value = seen.description || '';
    level.set(seen.level);
    majorBasis.value = seen.majorBasis || '';
    disposal.set(seen.disposal);
    measures.value = seen.onSpotMeasures || '';
    transfer.value = seen.transferRole || '';
    dueAt.value = seen.dueAt || '';
  }

  function fit() {
    basisField.hidden = level.get() !== 'major';
    measuresField.hidden = !DONE.includes(disposal.get());
    transferField.hidden = disposal.get() !== 'transferred';
    dueField.hidden = !disposal.get() || disposal.get() === 'corrected';
  }

  const save = element(
    'button',
    {
      type: 'button',
      class: 'btn btn-primary',
      onclick: () =>
        message.attempt(async () => {
          save.disabled = true;
          try {
            await onSave(read());
            sessionStorage.removeItem(kept);
          } finally {
            save.disabled = false;
          }
        })
    },
    finding ? '保存修改' : '保存这项问题'
  );
  const cancel = element(
    'button',
    {
      type: 'button',
      class: 'btn btn-default',
      onclick: () => {
        sessionStorage.removeItem(kept);
        onCancel();
      }
    },
    '取消'
  );
  const node = element(
    'div',
    {
      class: 'rectify-finding-form',
      role: 'group',
      'aria-label': finding ? '修改问题' + finding.place : '登记一项问题',
      oninput: () => {
        fit();
        sessionStorage.setItem(kept, JSON.stringify(read()));
      }
    },
    field('问题部位', location),
    field('问题情况', description),
    level.node,
    basisField,
    disposal.node,
    measuresField,
    transferField,
    dueField,
    message.line,
    element('div', { class: 'rectify-visit-doing' }, save, cancel)
  );
  write(JSON.parse(sessionStorage.getItem(kept) || 'null') || (finding ? finding.seen : {}));
  fit();
  return node;
}
