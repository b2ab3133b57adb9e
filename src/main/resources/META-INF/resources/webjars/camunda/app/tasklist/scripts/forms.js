// The forms on the page: a task's, and the one in the start dialog that may lie over it.

/** The buttons that send a form off. */
export const SEND = '.form-actions .btn-primary, .modal-footer .btn-primary';

/** The form object behind a form on the page. */
export function formIn(container) {
  const nodes = [container.__k];
  while (nodes.length) {
    const node = nodes.pop();
    const service = node?.props?.value?.getService;
    if (service) {
      return service('form');
    }
    nodes.push(...[].concat(node?.__k || []).filter(Boolean));
  }
  return null;
}

/** The form a button or a field belongs to. */
export function containerOf(element) {
  const around = element.closest('.modal-content') || element.closest('section.task-card');
  return around && around.querySelector('.fjs-container');
}
