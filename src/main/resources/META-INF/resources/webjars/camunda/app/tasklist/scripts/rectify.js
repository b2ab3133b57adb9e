// What our plugins share: calls to our own interface, and dialogs that keyboard and phone can use.
export { dateTime, day, month } from '../../../../rectify/dates.js';

export const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');

function cookie(name) {
  const found = document.cookie.split('; ').find(part => part.startsWith(name + '='));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : '';
}

/** A key for what is to be done once, however often it is sent. */
export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}

/** Calls our interface; what it refuses is thrown with its own words. */
export async function call(method, path, body, key) {
  const headers = { Accept: 'application/json' };
  if (key) {
    headers['Idempotency-Key'] = key;
  }
  if (method !== 'GET') {
    headers['X-RECTIFY-XSRF-TOKEN'] = cookie('RECTIFY-XSRF-TOKEN');
    headers['Content-Type'] = 'application/json';
  }
  let answer;
  try {
    answer = await fetch(root + '/api' + path, {
      method,
      headers,
      credentials: 'same-origin',
      body: body === undefined ? undefined : JSON.stringify(body)
    });
  } catch (offline) {
    throw new Error('网络不通，请检查网络后重试。');
  }
  const text = await answer.text();
  let content = null;
  try {
    content = text ? JSON.parse(text) : null;
  } catch (notJson) {
    content = null;
  }
  if (answer.status === 401) {
    window.dispatchEvent(new Event('rectify-login-ended'));
  }
  if (!answer.ok) {
    const failure = new Error((content && content.detail) || '操作没有成功，请刷新页面后重试。');
    throw Object.assign(failure, { status: answer.status });
  }
  return content;
}

/** An element with attributes, listeners and children; text is always text. */
export function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (key.startsWith('on')) {
      made.addEventListener(key.slice(2), value);
    } else if (key in made && typeof value === 'boolean') {
      made[key] = value;
    } else if (value !== null && value !== undefined) {
      made.setAttribute(key, value);
    }
  }
  made.append(...children.flat().filter(child => child !== null && child !== undefined));
  return made;
}

/** Opens a dialog; it closes at its foot, by Escape, or by the function it answers with. */
export function openDialog(title, ...content) {
  const before = document.activeElement;
  const close = () => dialog.close();
  const dialog = element(
    'dialog',
    { class: 'rectify-dialog', 'aria-label': title },
    // what is read first: no field yet, on a phone it would bring the keyboard up
    element('header', {}, element('h2', { tabindex: '-1', autofocus: true }, title)),
    element('div', { class: 'rectify-dialog-body' }, ...content),
    element(
      'footer',
      {},
      element('button', { type: 'button', class: 'btn btn-link', 'aria-label': '关闭', onclick: close }, '关闭')
    )
  );
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (before && before.focus) {
      before.focus();
    }
  });
  document.body.append(dialog);
  dialog.showModal();
  return { dialog, close };
}

/** A place for what went well or wrong, read out by screen readers. */
export function messageLine() {
  const line = element('p', { class: 'rectify-message', role: 'status' });
  const say = (text, bad) => {
    line.textContent = text;
    line.classList.toggle('rectify-bad', Boolean(bad));
  };
  /** Does something; what it is refused for is said. */
  const attempt = async work => {
    try {
      await work();
    } catch (failure) {
      say(failure.message, true);
    }
  };
  return { line, say, attempt };
}

/** An entry in Tasklist's header. */
export function navbarEntry(node, icon, label, onOpen) {
  const link = element(
    'a',
    {
      href: '',
      class: 'rectify-entry',
      title: label,
      onclick: event => {
        event.preventDefault();
        onOpen();
      }
    },
    element('span', { class: 'glyphicon glyphicon-' + icon, 'aria-hidden': 'true' }),
    ' ',
    element('span', { class: 'rectify-entry-label' }, label)
  );
  node.append(link);
  return link;
}

/** Opens a task, or closes the open one, and has Tasklist read its lists again. */
export function showTask(taskId, scope) {
  const query = new URLSearchParams(window.location.hash.split('?')[1] || '');
  if (taskId) {
    query.set('task', taskId);
  } else {
    query.delete('task');
  }
  window.location.hash = '#/?' + query.toString();
  scope.$root.$broadcast('refresh');
  // our lists do not listen to that: a city's would be read by everybody every ten seconds
  window.dispatchEvent(new Event('rectify-list-changed'));
}
