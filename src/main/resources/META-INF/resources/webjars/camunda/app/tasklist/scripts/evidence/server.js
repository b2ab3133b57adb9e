// What the photos and files of a task or case are asked for and sent to.
import { ask, refusal, root, token } from '../../../../../rectify/api.js';

const API = '/api/evidence';
const ENGINE = '/camunda/api/engine/engine/default';
const ATTEMPTS = 4;

export const fileUrl = id => root + API + '/' + id + '/file';
export const thumbnailUrl = id => root + API + '/' + id + '/thumbnail';

export const ofTask = taskId => ask('GET', API + '/of-task/' + encodeURIComponent(taskId));
export const ofCase = number => ask('GET', API + '/of-case/' + encodeURIComponent(number));
export const drafts = () => ask('GET', API + '/drafts');
export const withdraw = id => ask('DELETE', API + '/' + id);
export const processName = async key => (await ask('GET', ENGINE + '/process-definition/key/' + key)).name;

// The answer in the task's form for which a proof is needed, as people read it.
export async function answerLabel(taskId, field, value) {
  const form = await ask('GET', ENGINE + '/task/' + encodeURIComponent(taskId) + '/deployed-form');
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
    request.open('POST', root + API);
    request.setRequestHeader('X-RECTIFY-XSRF-TOKEN', token());
    request.timeout = 120000;
    request.upload.onprogress = event => event.lengthComputable && onProgress(event.loaded / event.total, '');
    const lost = () =>
      reject(Object.assign(new Error('网络中断，上传没有完成，请点“重试”。'), { again: true }));
    request.onerror = lost;
    request.ontimeout = lost;
    request.onload = () => {
      if (request.status === 201) {
        resolve(JSON.parse(request.responseText));
      } else {
        const busy = request.status >= 500 || request.status === 409;
        reject(Object.assign(refusal(request.status, request.responseText), { again: busy }));
      }
    };
    request.send(form);
  });
}
