import { element, replaceContent } from '../../../../../rectify/api.js';
import { card } from '../evidence/show.js';
import { uploader } from '../evidence/uploader.js';

const VERDICTS = [
  ['CONFORMS', '符合'],
  ['FAILS', '不符合'],
  ['NOT_APPLICABLE', '不适用']
];

/**
 * One item with its three answers, and what its answer still asks for.
 *
 * @param told called after each change
 */
export function sheetItem({ state, line, taskId, evidence, told }) {
  const verdicts = element('div', { class: 'rectify-verdicts' });
  const more = element('div', { class: 'rectify-more' });
  const missing = element('span', { class: 'rectify-missing' });
  const by = element('span', { class: 'rectify-when' });
  const node = element(
    'li',
    { class: 'rectify-item', 'data-key': line.key },
    element(
      'fieldset',
      {},
      element(
        'legend',
        {},
        line.criterion
          ? element(
              'span',
              { class: 'rectify-mark rectify-major', title: line.criterion },
              '涉及重大隐患判定'
            )
          : null,
        ' ' + line.item
      ),
      element(
        'p',
        { class: 'rectify-how' },
        element('b', {}, '怎么查：'),
        line.method,
        element('span', {}, `依据：${line.basis}`)
      ),
      verdicts,
      missing,
      more
    ),
    by
  );

  // what was written for another answer is there again when a finger had slipped
  const kept = {};

  function turnTo(verdict) {
    const { verdict: before, text, location, photos } = state.answer(line.key);
    kept[before] = { text, location, photos };
    change({ text: null, location: null, photos: [], ...kept[verdict], verdict });
    details();
    const field = more.querySelector('textarea, input.form-control');
    if (field) {
      field.focus();
    }
  }

  function change(part) {
    state.change(line.key, part);
    tell();
    told();
  }

  function choice([verdict, label]) {
    return element(
      'label',
      { class: 'rectify-verdict rectify-' + verdict.toLowerCase().replace('_', '-') },
      element('input', {
        type: 'radio',
        name: 'rectify-' + line.key,
        value: verdict,
        disabled: !state.open.mine,
        checked: state.answer(line.key).verdict === verdict,
        onchange: () => turnTo(verdict)
      }),
      element('span', {}, label)
    );
  }

  function text(label, name, most, attributes) {
    const control = element(attributes.rows ? 'textarea' : 'input', {
      class: 'form-control',
      maxlength: most,
      disabled: !state.open.mine,
      ...attributes,
      oninput: () => change({ [name]: control.value.trim() ? control.value : null })
    });
    control.value = state.answer(line.key)[name] || '';
    return element('label', {}, label, control);
  }

  function photos() {
    const shown = id =>
      card(evidence.get(id), {
        onGone: () => {
          change({ photos: state.answer(line.key).photos.filter(one => one !== id) });
          details();
        }
      });
    const row = element(
      'div',
      { class: 'evidence-row' },
      state
        .answer(line.key)
        .photos.filter(id => evidence.has(id))
        .map(shown)
    );
    const take = uploader({
      task: taskId,
      kinds: ['before'],
      chosen: 'before',
      onArrived: item => {
        evidence.set(item.id, item);
        change({ photos: [...state.answer(line.key).photos, item.id] });
        row.append(shown(item.id));
      }
    });
    return element('div', { class: 'rectify-photos' }, row, state.open.mine ? take : null);
  }

  /** Words and photos of a failure, or why the item does not apply. */
  function details() {
    const { verdict } = state.answer(line.key);
    const asked = {
      FAILS: () => [
        text('现场情况', 'text', 300, { rows: 2, placeholder: '写明哪里不符合' }),
        text('部位', 'location', 100, { placeholder: where(line) }),
        photos()
      ],
      NOT_APPLICABLE: () =>
        line.criterion
          ? [
              element(
                'p',
                { class: 'rectify-missing' },
                '涉及重大事故隐患判定的条目不能答不适用；确实没有的，请到“企业清单”修改企业情况。'
              )
            ]
          : [text('不适用的理由', 'text', 200, { placeholder: '4个字以上，如“本月停用”' })]
    }[verdict];
    replaceContent(more, ...(asked ? asked() : []));
  }

  function tell() {
    const answer = state.answer(line.key);
    const lacks = state.missing(line);
    node.classList.toggle('rectify-unanswered', lacks !== '');
    missing.textContent = answer.verdict ? lacks : '';
    by.textContent = answer.by ? answer.by + '填写' : '';
  }

  /** Shows what is known now, such as what a colleague has just answered. */
  function draw() {
    replaceContent(
      verdicts,
      ...VERDICTS.filter(([verdict]) => verdict !== 'NOT_APPLICABLE' || !line.criterion).map(choice)
    );
    details();
    tell();
  }

  draw();
  return { node, draw, tell };
}

export function where(line) {
  return line.post ? `${line.place} ${line.post}` : line.place;
}
