// Every place where our scripts reach into the insides of Camunda's web applications and of their form
// viewer: no interface of theirs promises any of it. Seen in Camunda 7.24.0, which brings form-js 1.8.7
// (on Preact 10), AngularJS 1.8.2 and bpmn-js 14; to be looked at again when one of them changes.

// ---- the form viewer

/** The buttons that send a form off. */
export const SEND = '.form-actions .btn-primary, .modal-footer .btn-primary';

/** Under these Tasklist keeps what was begun in this browser, for whoever sits down at it next. */
export const LOCAL_DRAFTS = 'camunda-form:';

/** The form object behind a form on the page: Preact keeps its tree at the element, a service at a node. */
export function formIn(container) {
  const nodes = [container && container.__k];
  while (nodes.length) {
    const node = nodes.pop();
    const value = node && node.props && node.props.value;
    if (value && value.getService) {
      return value.getService('form');
    }
    nodes.push(...[].concat((node && node.__k) || []).filter(Boolean));
  }
  return null;
}

/** What was written into a form so far. */
export function writtenIn(form) {
  return form._getSubmitData();
}

/** Puts what was written before into a form. */
export function writeInto(form, written) {
  return form.importSchema(form._getState().schema, written);
}

/** The fields of a form that are wrong, by what its validation answered. */
export function wrongFields(form, errors) {
  const fields = form.get('formFieldRegistry');
  return Object.keys(errors)
    .map(id => fields.get(id))
    .filter(field => field && field.label);
}

/** The field an input belongs to, as the form's schema has it. */
export function fieldOf(form, input) {
  return form
    .get('formFieldRegistry')
    .getAll()
    .find(field => input.id.endsWith('-' + field.id));
}

/** Gives a form a number at once, which it would take over from its input a moment later. */
export function giveNumber(form, input, value) {
  const fieldInstance = form
    .get('formFieldInstanceRegistry')
    .getAllKeyed()
    .find(one => input.id.endsWith('-' + one.id));
  if (fieldInstance) {
    const { serializeToString } = form.get('formFieldRegistry').get(fieldInstance.id);
    const number = serializeToString ? value : Number(value);
    form._update({ fieldInstance, value: value ? number : null });
  }
}

// ---- what Tasklist sends

const STARTED = /\/process-definition\/[^?]+\/submit-form(\?|$)/;
const FINISHED = /\/task\/([^/?]+)\/(?:submit-form|complete)(\?|$)/;

/** The form that goes to an address: of which task, or of a start, and where it stands on the page. */
export function formSent(method, address) {
  if (method !== 'POST') {
    return null;
  }
  const finished = address.match(FINISHED);
  if (finished) {
    return { task: finished[1], container: document.querySelector('section.task-card .fjs-container') };
  }
  return STARTED.test(address)
    ? { task: null, container: document.querySelector('.modal-content .fjs-container') }
    : null;
}

const asked = [];

/**
 * Has a say in what Tasklist sends.
 *
 * @param say told of each request's method and address; answers what is to be done about it:
 *     headers to add, a function that changes its body, one that is told when it is answered
 */
export function whenSent(say) {
  asked.push(say);
}

const { open, send } = XMLHttpRequest.prototype;

XMLHttpRequest.prototype.open = function (method, url, ...more) {
  this.rectifySays = asked.map(say => say(String(method).toUpperCase(), String(url))).filter(Boolean);
  this.rectifySays
    .filter(({ answered }) => answered)
    .forEach(({ answered }) => this.addEventListener('load', () => answered(this)));
  return open.call(this, method, url, ...more);
};

XMLHttpRequest.prototype.send = function (content) {
  const says = this.rectifySays || [];
  says.forEach(({ headers }) =>
    Object.entries(headers || {}).forEach(([name, value]) => this.setRequestHeader(name, value))
  );
  const changed = says.reduce((text, { body }) => (body ? body(text) : text), content);
  return send.call(this, changed);
};

// ---- Tasklist's own state, which a plugin reaches by the scope it is drawn with

/** Has Tasklist read a part of its page again: its list, its task. */
export function readAgain(data, scope, part) {
  scope.$applyAsync(() => data.changed(part));
}

/** Has Tasklist read all its lists again. */
export function readAllAgain(scope) {
  scope.$root.$broadcast('refresh');
}

/** Tells what the open task's page shares. */
export function watchTaskData(scope, tell) {
  scope.$watch('taskData', tell);
}

/** A function that has Tasklist's list show what a query finds, beyond its filter's own. */
export function listQuery(scope) {
  const data = scope.tasklistData.newChild(scope);
  data.set('searchQuery', {});
  return query => scope.$applyAsync(() => data.set('searchQuery', query));
}

/** Tells which applications whoever is logged in may open. */
export function watchApplications(scope, tell) {
  scope.$watch('$root.authentication.authorizedApps', names => tell(names || []));
}

/** What an AngularJS field is checked by; null before it stands. */
export function modelOf(field) {
  return (window.angular && window.angular.element(field).controller('ngModel')) || null;
}

/** The bpmn-js viewer that draws into a pane; null before it stands. */
export function viewerIn(pane) {
  const drawn = window.angular && window.angular.element(pane);
  const scope = drawn && drawn.isolateScope && drawn.isolateScope();
  return (scope && scope.control && scope.control.getViewer && scope.control.getViewer()) || null;
}

// ---- what the engine says in English

/** The id of a task that is there no more; null if the message says something else. */
export function taskGone(message) {
  const found = message.match(/No matching task with id ([\w-]+)/);
  return found && found[1];
}
