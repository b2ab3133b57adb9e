// The forms on the page: a task's, and the one in the start dialog that may lie over it.

/** The form a button or a field belongs to. */
export function containerOf(element) {
  const around = element.closest('.modal-content') || element.closest('section.task-card');
  return around && around.querySelector('.fjs-container');
}

/** Where a form has its buttons: a dialog hides the form's own row of them. */
export function actionsOf(container) {
  const dialog = container.closest('.modal-content');
  const card = container.closest('.task-card');
  return dialog ? dialog.querySelector('.modal-footer') : card && card.querySelector('.form-actions');
}

/** A button that is shut while it is pressed never tells that it was let go. */
const LONGEST_PRESS = 600;

let pressing = 0;
const waiting = new Map();

function release() {
  clearTimeout(pressing);
  pressing = 0;
  const works = [...waiting.values()];
  waiting.clear();
  works.forEach(work => work());
}

function press() {
  clearTimeout(pressing);
  pressing = setTimeout(release, LONGEST_PRESS);
}

document.addEventListener('mousedown', press, true);
document.addEventListener('mouseup', () => setTimeout(release), true);

/**
 * Does something at once or, while a button is being pressed, after it was let go: a line that comes
 * or goes above it would move it away under the finger. The last work of an owner counts.
 */
export function whenReleased(owner, work) {
  if (pressing) {
    waiting.set(owner, work);
  } else {
    work();
  }
}
