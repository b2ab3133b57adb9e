import { element, newKey } from '../../../../../rectify/api.js';
import { KINDS } from './kinds.js';
import { sendable } from './pictures.js';
import { upload } from './server.js';

// Buttons for the camera and for files, and a line with its progress for each file on its way. Files go
// one after the other: a bad line carries one better than five.
export function uploader({ task, part, kinds, chosen, onArrived }) {
  const select = element(
    'select',
    { class: 'form-control input-sm', 'aria-label': '证据种类' },
    ...kinds.map(kind => element('option', { value: kind, selected: kind === chosen }, KINDS[kind]))
  );
  const lines = element('div', { class: 'evidence-lines', 'aria-live': 'polite' });
  let last = Promise.resolve();

  function take(files) {
    for (const file of files) {
      const line = progressLine(file.name);
      lines.append(line.node);
      const job = { task, part, kind: select.value, key: newKey() };
      const run = () => (last = last.then(() => carry(file, job, line, run)));
      run();
    }
  }

  async function carry(file, job, line, again) {
    try {
      line.say(0, '正在上传…');
      const item = await upload(await sendable(file), job, line.say);
      line.node.remove();
      await onArrived(item);
    } catch (failure) {
      line.fail(failure.message, again);
    }
  }

  const camera = picker('拍照', 'btn-primary', { accept: 'image/*', capture: 'environment' }, take);
  const files = picker(
    '选择照片或文件',
    'btn-default',
    { accept: 'image/jpeg,image/png,image/heic,image/heif,application/pdf', multiple: true },
    take
  );
  return element(
    'div',
    { class: 'evidence-uploader' },
    element('div', { class: 'evidence-buttons' }, select, camera, files),
    lines
  );
}

function picker(label, style, attributes, take) {
  const input = element('input', {
    type: 'file',
    ...attributes,
    onchange: () => {
      take(Array.from(input.files));
      input.value = '';
    }
  });
  return element('label', { class: 'btn btn-sm ' + style }, label, input);
}

function progressLine(name) {
  const bar = element('progress', { max: 1, value: 0 });
  const words = element('span', {}, '等待上传');
  const node = element('div', { class: 'evidence-line' }, element('b', {}, name), bar, words);
  return {
    node,
    say(done, text) {
      node.querySelectorAll('button').forEach(button => button.remove());
      bar.value = done;
      words.className = '';
      words.textContent = text || (done < 1 ? Math.round(done * 100) + '%' : '正在检查…');
    },
    fail(message, again) {
      words.className = 'evidence-warning';
      words.textContent = message;
      node.append(
        element('button', { type: 'button', class: 'btn btn-link btn-xs', onclick: again }, '重试'),
        element(
          'button',
          { type: 'button', class: 'btn btn-link btn-xs', onclick: () => node.remove() },
          '移除'
        )
      );
    }
  };
}
