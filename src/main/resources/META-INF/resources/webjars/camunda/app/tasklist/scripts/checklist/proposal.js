import { element } from '../../../../../rectify/api.js';
import { checks, key } from './enterprise.js';

/** The third step: how the list would change, what does not apply, and the confirmation. */
export function proposal(enterprise, { say, show }) {
  const { added, removed, changed, moved } = enterprise.proposal;
  const same = enterprise.same();
  if (!enterprise.isSetUp()) {
    return { content: [element('p', {}, '请先回答企业情况，登记车间和岗位，再来确认清单。')] };
  }
  return {
    content: [
      enterprise.typed
        ? element(
            'p',
            { class: 'rectify-bad' },
            '有还没有保存的企业情况或车间、岗位，下面的建议不包括这些内容。'
          )
        : '',
      element('p', {}, about(enterprise)),
      element('p', {}, number(enterprise)),
      part('新增', added, entry => item(enterprise, entry), true),
      part('不再检查', removed, entry => line(enterprise, entry), true),
      part('文字有变', changed, change => item(enterprise, change.after, before(change)), true),
      part('换了车间或岗位', moved, entry => item(enterprise, entry), true),
      part('不变', same, entry => item(enterprise, entry), false)
    ],
    label: '确认清单',
    perform: () => confirm(enterprise, { say, show })
  };
}

function about({ list, proposal: { unchanged } }) {
  if (list.versionNumber === 0) {
    return '这是按检查指引和企业情况抽取的清单，请核对。确认以后，自查和岗位卡片都按它。';
  }
  return unchanged
    ? '清单与检查指引、企业情况一致，没有变化。需要时仍可以注明不适用的条目，再确认。'
    : '检查指引或企业情况有变化，请核对。确认以前，仍按现行清单检查。';
}

/** An item at two places is answered twice in a self-check. */
function number(enterprise) {
  const used = enterprise.drawn().filter(entry => !(enterprise.leftOut.get(key(entry)) || {}).out);
  return `共${used.length}条，分到车间、岗位共${checks(used)}项，自查时逐项回答。`;
}

async function confirm(enterprise, { say, show }) {
  if (enterprise.proposal.unchanged && !enterprise.isRemarked()) {
    say('清单没有变化，不用确认。');
    return;
  }
  say('正在确认……');
  try {
    await enterprise.confirm();
  } catch (failure) {
    if (failure.status !== 409) {
      throw failure;
    }
    await enterprise.load();
    show(2, failure.message + '。下面是最新的建议，已注明的不适用还在。', true);
    return;
  }
  show(3, `已确认，现行清单为第${enterprise.list.versionNumber}版。`);
}

function part(name, entries, draw, open) {
  return entries.length === 0
    ? ''
    : element(
        'details',
        { open },
        element('summary', {}, `${name}（${entries.length}条）`),
        element('ul', { class: 'rectify-notices' }, entries.map(draw))
      );
}

function line(enterprise, entry, ...more) {
  return element(
    'li',
    { 'data-item': key(entry) },
    entry.item.criterion
      ? element('span', { class: 'rectify-mark rectify-major' }, '涉及重大隐患判定')
      : null,
    ' ' + entry.item.content,
    element(
      'span',
      { class: 'rectify-when' },
      `${entry.item.part}。怎么查：${entry.item.method}。` + where(enterprise, entry)
    ),
    ...more
  );
}

function where(enterprise, entry) {
  const names = new Set(entry.places.map(place => nameOf(enterprise.profile, place)));
  return names.size ? '在哪里查：' + [...names].join('、') : '';
}

function nameOf(profile, { workshopId, postId }) {
  if (workshopId === null && postId === null) {
    return '公司级';
  }
  const found =
    postId === null
      ? profile.workshops.find(workshop => workshop.id === workshopId)
      : profile.posts.find(post => post.id === postId);
  return found ? found.name : '已撤销的车间或岗位';
}

function before({ before: old, after }) {
  const words = ['content', 'method', 'part'].some(name => old.item[name] !== after.item[name]);
  return element(
    'span',
    { class: 'rectify-when' },
    words ? `原来：${old.item.content}。怎么查：${old.item.method}。` : '依据或重大隐患判定条款有变。'
  );
}

/** An item that may be marked as not applying, unless it may be a major hazard. */
function item(enterprise, entry, ...more) {
  if (entry.item.criterion) {
    return line(enterprise, entry, ...more);
  }
  const mark = enterprise.leftOut.get(key(entry)) || { out: false, reason: '' };
  const reason = element('input', {
    class: 'form-control',
    maxlength: '200',
    placeholder: '不适用的理由，四个字以上',
    'aria-label': '不适用的理由',
    value: mark.reason,
    hidden: !mark.out,
    oninput: () => {
      mark.reason = reason.value;
    }
  });
  const box = element('input', {
    type: 'checkbox',
    checked: mark.out,
    onchange: () => {
      mark.out = box.checked;
      enterprise.leftOut.set(key(entry), mark);
      reason.hidden = !mark.out;
      if (mark.out) {
        reason.focus();
      }
    }
  });
  return line(enterprise, entry, ...more, element('label', {}, box, ' 不适用'), reason);
}
