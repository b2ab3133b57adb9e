// Our own interface and the engine's, with the session of the page.

export const root = document
  .querySelector('base')
  .getAttribute('app-root')
  .replace(/\/camunda$/, '');

/** What a browser sends after its page is closed may be 64 KiB, and a Chinese letter is three bytes. */
const OUTLIVES_THE_PAGE = 20000;

/** Says that it is this page which asks: a cookie alone goes with what any page sends. */
export function token() {
  const cookie = document.cookie.match(/(?:^|; )RECTIFY-XSRF-TOKEN=([^;]*)/);
  return cookie ? decodeURIComponent(cookie[1]) : '';
}

/** A key for what is to be done once, however often it is sent. */
export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}

function json(text) {
  try {
    return text ? JSON.parse(text) : null;
  } catch (notJson) {
    return null;
  }
}

/** An error that says what the server says, in its own Chinese sentence if it has one. */
export function refusal(status, text) {
  const said = json(text);
  const otherwise =
    status === 401
      ? '登录已过期，请重新登录。'
      : `系统没有响应（${status}），请稍后重试；多次不成功请告诉管理员。`;
  return Object.assign(new Error((said && said.detail) || otherwise), { status });
}

/** Answers the JSON; throws what was refused. A key makes of what is sent twice one request. */
export async function ask(method, path, body, key) {
  const content = body === undefined ? undefined : JSON.stringify(body);
  const headers = { Accept: 'application/json', 'X-RECTIFY-XSRF-TOKEN': token() };
  if (content !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  if (key) {
    headers['Idempotency-Key'] = key;
  }
  let response;
  try {
    response = await fetch(root + path, {
      method,
      credentials: 'same-origin',
      // what is sent while the page closes still arrives
      keepalive: method !== 'GET' && (content || '').length < OUTLIVES_THE_PAGE,
      headers,
      body: content
    });
  } catch (offline) {
    throw Object.assign(new Error('网络不通，请检查网络后重试。'), { status: 0 });
  }
  const text = await response.text();
  if (response.status === 401) {
    window.dispatchEvent(new Event('rectify-login-ended'));
  }
  if (!response.ok) {
    throw refusal(response.status, text);
  }
  return json(text);
}
