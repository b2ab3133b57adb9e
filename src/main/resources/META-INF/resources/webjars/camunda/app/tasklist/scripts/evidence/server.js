// What the plugin asks of the server: the session's cookie says who asks, our own token that it is this page.
const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');
const API = root + '/api/evidence';
const ENGINE = root + '/camunda/api/engine/engine/default';
const ATTEMPTS = 4;

export const fileUrl = id => API + '/' + id + '/file';
export const thumbnailUrl = id => API + '/' + id + '/thumbnail';

function token() {
  const cookie = document.cookie.split('; ').find(one => one.startsWith('RECTIFY-XSRF-TOKEN='));
  return cookie ? decodeURIComponent(cookie.substring(cookie.indexOf('=') + 1)) : '';
}

async function ask(url, options = {}) {
  const answer = await fetch(url, {
    credentials: 'same-origin',
    ...options,
    headers: { Accept: 'application/json', 'X-RECTIFY-XSRF-TOKEN': token() }
  });
  if (!answer.ok) {
    throw new Error(await said(answer.text(), answer.status));
  }
  return answer.status === 204 ? null : answer.json();
}

async function said(body, status) {
  try {
    return JSON.parse(await body).detail || '请求失败（' + status + '），请稍后重试。';
  } catch (notJson) {
    return status === 401 ? '登录已过期，请重新登录后再上传。' : '请求失败（' + status + '），请稍后重试。';
  }
}

export const ofTask = taskId => ask(API + '/of-task/' + encodeURIComponent(taskId));
export const ofCase = number => ask(API + '/of-case/' + encodeURIComponent(number));
export const drafts = () => ask(API + '/drafts');
export const withdraw = id => ask(API + '/' + id, { method: 'DELETE' });
export const processName = async key => (await ask(ENGINE + '/process-definition/key/' + key)).name;

// The answer in the task's form for which a proof is needed, as people read it.
export async function answerLabel(taskId, field, value) {
  const form = await ask(ENGINE + '/task/' + encodeURIComponent(taskId) + '/deployed-form');
  const component = find(form.components || [], field);
  const option = component && (component.values || []).find(one => one.value === value);
  return (option || component || {}).label || value;
}

function find(components, key) {
  for (const one of components) {
    const found = one.key === key ? one : find(one.components || [], key);
    if (found) {
      return found;
    }
  }
  return null;
}

export { newKey } from '../rectify.js';

// Sends a file; on a bad line again, under the same key, so that it never arrives twice.
export async function upload(file, { task, part, kind, key }, onProgress) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await send(file, { task, part, kind, key }, onProgress);
    } catch (failure) {
      if (!failure.again || attempt === ATTEMPTS) {
        throw failure;
      }
      onProgress(0, '网络不稳，正在重试（' + attempt + '）…');
      await new Promise(go => setTimeout(go, 1000 * 2 ** attempt));
    }
  }
}

function send(file, { task, part, kind, key }, onProgress) {
  return new Promise((resolve, reject) => {
    const form = new FormData();
    if (task) {
      form.append('task', task);
    }
    if (part) {
      form.append('part', part);
    }
    form.append('kind', kind);
    form.append('clientKey', key);
    form.append('file', file, file.name);
    const request = new XMLHttpRequest();
    request.open('POST', API);
    request.setRequestHeader('X-RECTIFY-XSRF-TOKEN', token());
    request.timeout = 120000;
    request.upload.onprogress = event =>
      event.lengthComputable && onProgress(event.loaded / event.total, '');
    const lost = () =>
      reject(Object.assign(new Error('网络中断，上传没有完成，请点“重试”。'), { again: true }));
    request.onerror = lost;
    request.ontimeout = lost;
    request.onload = async () => {
      if (request.status === 201) {
        resolve(JSON.parse(request.responseText));
      } else {
        const busy = request.status >= 500 || request.status === 409;
        reject(
          Object.assign(new Error(await said(request.responseText, request.status)), { again: busy })
        );
      }
    };
    request.send(form);
  });
}
