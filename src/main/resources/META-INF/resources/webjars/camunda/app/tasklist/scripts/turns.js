// On a phone the lists and the open task take turns: the task has the whole page and leads back to the
// lists, which are where they were left, or at their top once something was done.
import { element } from '../../../../rectify/api.js';

const OPEN = 'rectify-task-open';
const narrow = window.matchMedia('(max-width: 767px)');

let left = 0;

function page() {
  return document.querySelector('.page-wrap');
}

function back() {
  window.location.hash = window.location.hash.replace(/([?&])task=[^&]*&?/, '$1');
}

/** What was left is no longer what comes next. */
export function fromTheTop() {
  left = 0;
}

/** Gives the page to the open task, or to the lists if there is none. */
export function turnTo(task) {
  const open = Boolean(task);
  const details = document.querySelector('.column.task-details');
  if (details && !details.querySelector('.rectify-back')) {
    details.prepend(
      element(
        'button',
        { type: 'button', class: 'btn btn-default rectify-back', click: back },
        '返回任务列表'
      )
    );
  }
  if (document.body.classList.contains(OPEN) === open) {
    return;
  }
  if (open && narrow.matches && page()) {
    left = page().scrollTop;
  }
  document.body.classList.toggle(OPEN, open);
  if (narrow.matches && page()) {
    page().scrollTop = open ? 0 : left;
  }
}
