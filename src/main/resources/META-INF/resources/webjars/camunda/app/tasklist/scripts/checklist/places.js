import { button, element, replaceContent } from '../../../../../rectify/api.js';
import { save } from './answers.js';

/** The second step: workshops and posts, and what is where. */
export function places(enterprise, { say, show }) {
  const workshops = element('div', {});
  const posts = element('div', {});

  const changed = () => {
    enterprise.typed = true;
  };

  function draw() {
    replaceContent(workshops, ...enterprise.workshops.map(one => place(one, '车间', enterprise.workshops)));
    replaceContent(posts, ...enterprise.posts.map(one => place(one, '岗位', enterprise.posts)));
  }

  function place(one, what, all) {
    return element(
      'fieldset',
      {},
      element(
        'div',
        { class: 'rectify-place' },
        name(one, what),
        all === enterprise.posts ? workshopOf(one) : null,
        element(
          'button',
          {
            type: 'button',
            class: 'btn btn-default btn-sm',
            'aria-label': `删除${what}“${one.name}”`,
            onclick: () => remove(one, what, all)
          },
          '删除'
        )
      ),
      traits(one)
    );
  }

  function name(one, what) {
    const input = element('input', {
      class: 'form-control',
      value: one.name,
      oninput: () => {
        one.name = input.value;
        posts.querySelectorAll('select').forEach(fill);
        changed();
      }
    });
    return element('label', {}, what + '名称', input);
  }

  function workshopOf(post) {
    const select = element('select', {
      class: 'form-control',
      onchange: () => {
        post.workshop = enterprise.workshops[Number(select.value)] || null;
        changed();
      }
    });
    select.post = post;
    fill(select);
    return element('label', {}, '所在车间', select);
  }

  function fill(select) {
    replaceContent(
      select,
      element('option', { value: '-1' }, '不属于某个车间'),
      ...enterprise.workshops.map((workshop, index) => element('option', { value: index }, workshop.name))
    );
    select.value = enterprise.workshops.indexOf(select.post.workshop);
  }

  function traits(one) {
    const has = enterprise.has();
    const summary = element('summary', {});
    const offered = enterprise.questions.map(question => question.name).filter(trait => has.has(trait));
    const tell = () => {
      const here = [...one.traits].filter(trait => has.has(trait));
      summary.textContent = '这里有：' + (here.join('、') || '还没有勾选');
    };
    tell();
    return element(
      'details',
      { open: one.fresh === true },
      summary,
      element(
        'div',
        { class: 'rectify-traits' },
        offered.map(trait =>
          element(
            'label',
            {},
            element('input', {
              type: 'checkbox',
              checked: one.traits.has(trait),
              onchange: event => {
                one.traits[event.target.checked ? 'add' : 'delete'](trait);
                tell();
                changed();
              }
            }),
            ' ' + trait
          )
        )
      ),
      offered.length ? null : element('p', {}, '请先在“企业情况”里回答“是”，这里才有可勾选的。')
    );
  }

  function add(all, more, box) {
    all.push({ id: null, name: '', traits: new Set(), fresh: true, ...more });
    changed();
    draw();
    box.lastElementChild.querySelector('input').focus();
  }

  function remove(one, what, all) {
    const there = enterprise.posts.filter(post => post.workshop === one);
    if (there.length > 0) {
      say(
        `“${one.name}”里还有岗位${there.map(post => post.name).join('、')}，请先把岗位改到别的车间或删除。`,
        true
      );
      return;
    }
    all.splice(all.indexOf(one), 1);
    changed();
    draw();
    say(`${what}“${one.name}”已删去，保存后生效。`);
  }

  draw();
  return {
    content: [
      element(
        'p',
        {},
        '车间也可以是仓库、食堂、配电房。没有勾选到车间、岗位的设备和作业，由公司级检查。改名不影响已经张贴的岗位卡片。'
      ),
      element('h3', {}, '车间'),
      workshops,
      button('增加车间', 'btn-default', () => add(enterprise.workshops, {}, workshops)),
      element('h3', {}, '岗位'),
      posts,
      button('增加岗位', 'btn-default', () => add(enterprise.posts, { workshop: null }, posts))
    ],
    label: '保存车间和岗位',
    perform: () => save(enterprise, { say, show }, 1)
  };
}
