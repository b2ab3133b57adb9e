// Our own interface under /api for the scripts in the web applications, with the session of the page.

export const root = document
  .querySelector('base')
  .getAttribute('app-root')
  .replace(/\/camunda$/, '');

function csrfToken() {
  const cookie = document.cookie.match(/(?:^|; )RECTIFY-XSRF-TOKEN=([^;]*)/);
  return cookie ? decodeURIComponent(cookie[1]) : '';
}

/** Answers the JSON; throws an error with the server's Chinese sentence as message, and its status. */
export async function ask(method, path, body) {
  const response = await fetch(root + path, {
    method,
    credentials: 'same-origin',
    // what is sent while the page closes still arrives
    keepalive: method !== 'GET',
    headers: {
      Accept: 'application/json',
      'Content-Type': 'application/json',
      'X-RECTIFY-XSRF-TOKEN': csrfToken()
    },
    body: body === undefined ? undefined : JSON.stringify(body)
  });
  const text = await response.text();
  let answer = null;
  try {
    answer = text ? JSON.parse(text) : null;
  } catch (notJson) {
    answer = null;
  }
  if (response.status === 401) {
    window.dispatchEvent(new Event('rectify-login-ended'));
  }
  if (!response.ok) {
    const failure = new Error((answer && answer.detail) || '系统没有响应，请稍后重试。');
    failure.status = response.status;
    throw failure;
  }
  return answer;
}

/** An element with attributes and children; a child may be text. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => {
    if (typeof value === 'function') {
      made.addEventListener(key, value);
    } else if (value !== null && value !== undefined && value !== false) {
      made.setAttribute(key, value === true ? '' : value);
    }
  });
  made.append(...children.filter(child => child !== null && child !== undefined));
  return made;
}
