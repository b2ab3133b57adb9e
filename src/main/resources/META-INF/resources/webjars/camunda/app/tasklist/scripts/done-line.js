// A lasting line above everything: what was done, what happens next and who has it. It stays until
// it is closed or the next thing is done.
import { element } from '../../../../rectify/api.js';

const HEIGHT = '--rectify-done';

let line = null;

const measure = new ResizeObserver(() => {
  document.documentElement.style.setProperty(HEIGHT, (line ? line.offsetHeight : 0) + 'px');
});

export function closeLine() {
  if (line) {
    measure.unobserve(line);
    line.remove();
    line = null;
    document.documentElement.style.setProperty(HEIGHT, '0px');
  }
}

/** Says something that stays; what is not to be closed has no button for it. */
export function sayLasting(content, { closes = true, tone = 'good' } = {}) {
  closeLine();
  line = element(
    'section',
    { class: 'rectify-done rectify-' + tone, role: 'status', 'aria-label': '办理结果' },
    element('div', {}, ...content),
    closes
      ? element(
          'button',
          {
            type: 'button',
            class: 'btn btn-default btn-sm',
            'aria-label': '知道了，关闭办理结果',
            onclick: closeLine
          },
          '知道了'
        )
      : null
  );
  document.body.append(line);
  measure.observe(line);
}
