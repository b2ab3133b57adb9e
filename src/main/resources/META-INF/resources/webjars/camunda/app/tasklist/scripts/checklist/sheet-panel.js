// The items of a self-check, grouped by place and post; a group is drawn when it is opened, and only then may
// the rest of it be answered at once.
import { element, messageLine, replaceContent } from '../../../../../rectify/api.js';
import { SheetState } from './sheet-state.js';
import { sheetItem, where } from './sheet-item.js';

export class SheetPanel {
  constructor(taskId, open, evidence) {
    this.taskId = taskId;
    this.evidence = evidence;
    this.message = messageLine();
    this.count = element('p', { class: 'rectify-sheet-count', role: 'status' });
    this.bar = element('progress', { class: 'rectify-sheet-bar' });
    this.groups = element('div', {});
    this.state = new SheetState(taskId, open, {
      saved: (saved, keys) => this.saved(saved, keys),
      changed: () => this.changed(),
      failed: words => this.message.say(words, true)
    });
    this.next = element(
      'button',
      { type: 'button', class: 'btn btn-default', onclick: () => this.goToNext() },
      '下一项未答'
    );
    this.node = element(
      'section',
      { class: 'rectify-sheet', 'aria-label': '逐项自查' },
      element('header', {}, element('h3', {}, '逐项自查'), this.count, this.bar),
      this.groups,
      element('footer', {}, this.next, this.message.line)
    );
    this.draw();
  }

  draw() {
    const opened = new Set(
      [...this.groups.querySelectorAll('details[open]')].map(group => group.dataset.group)
    );
    const byPlace = new Map();
    this.state.open.lines.forEach(line => {
      byPlace.set(where(line), [...(byPlace.get(where(line)) || []), line]);
    });
    this.items = new Map();
    this.parts = [...byPlace].map(([name, lines]) => this.group(name, lines));
    replaceContent(this.groups, ...this.parts.map(part => part.node));
    this.parts.filter(part => opened.has(part.name)).forEach(part => part.show());
    this.tell();
  }

  group(name, lines) {
    const left = element('span', { class: 'rectify-left' });
    const list = element('ol', { class: 'rectify-items' });
    const rest = element('button', {
      type: 'button',
      class: 'btn btn-default rectify-rest',
      onclick: () => conform()
    });
    const node = element(
      'details',
      { 'data-group': name, ontoggle: () => node.open && fill() },
      element('summary', {}, element('b', {}, name), ' ', left),
      list,
      this.state.open.mine ? rest : null
    );

    const fill = () => {
      this.state.opens(name, lines[0].key);
      if (!list.hasChildNodes()) {
        lines.forEach(line => {
          const item = sheetItem({
            state: this.state,
            line,
            taskId: this.taskId,
            evidence: this.evidence,
            told: () => this.tell()
          });
          this.items.set(line.key, item);
          list.append(item.node);
        });
      }
    };

    const unanswered = () => lines.filter(line => !this.state.answer(line.key).verdict);

    const conform = () => {
      unanswered().forEach(line => {
        this.state.change(line.key, { verdict: 'CONFORMS', text: null, location: null, photos: [] });
        this.items.get(line.key).draw();
      });
      this.tell();
      node.querySelector('summary').focus();
    };

    const tell = () => {
      const counts = this.state.counts(lines);
      left.textContent = counts.left
        ? `还剩${counts.left}项，共${counts.all}项`
        : `已答完，共${counts.all}项`;
      left.classList.toggle('rectify-done', counts.left === 0);
      const open = unanswered().length;
      rest.textContent = `本组其余${open}项全部符合`;
      rest.hidden = open === 0;
    };

    const show = () => {
      node.open = true;
      fill();
    };
    return { name, node, lines, tell, show };
  }

  tell() {
    const { all, left, fails, out } = this.state.counts(this.state.open.lines);
    this.count.textContent =
      `共${all}项，已答${all - left}项，还剩${left}项` +
      (fails ? `；不符合${fails}项` : '') +
      (out ? `；不适用${out}项` : '');
    this.bar.max = all;
    this.bar.value = all - left;
    this.next.hidden = left === 0;
    this.parts.forEach(part => part.tell());
  }

  saved(saved, { own, others }) {
    const drawn = keys => keys.map(key => this.items.get(key)).filter(Boolean);
    drawn(own).forEach(item => item.tell());
    drawn(others).forEach(item => item.draw());
    const contested = saved.contested.map(key => this.state.open.lines.find(line => line.key === key));
    if (contested.length > 0) {
      const names = contested.map(
        line =>
          `“${line.item}”已由${this.state.answer(line.key).by}答为${spoken(this.state.answer(line.key))}`
      );
      this.message.say(names.join('；') + '，以先答的为准，请核对后再改。', true);
    } else if (own.length > 0) {
      this.message.say(`草稿已保存 ${saved.savedAt.slice(11, 16)}，换一台电脑或手机可以接着填。`);
    }
    this.tell();
  }

  changed() {
    this.draw();
    this.message.say('清单有变化，已按现在的清单重新列出，原来的回答都在，请核对新增的条目。', true);
  }

  /** Opens and shows the first item that lacks something. */
  goToNext() {
    for (const part of this.parts) {
      const line = part.lines.find(one => this.state.missing(one));
      if (line) {
        part.show();
        const { node } = this.items.get(line.key);
        node.scrollIntoView({ block: 'center' });
        (
          node.querySelector('.rectify-more textarea, .rectify-more .form-control') ||
          node.querySelector('input')
        ).focus();
        return;
      }
    }
  }
}

function spoken({ verdict }) {
  return { CONFORMS: '“符合”', FAILS: '“不符合”', NOT_APPLICABLE: '“不适用”' }[verdict] || '“未答”';
}
