// The bell: what one was told, unread first to see, and how one wants to be told.
import {
  ask,
  dateTime,
  element,
  messageLine,
  openDialog,
  replaceContent,
  root
} from '../../../../rectify/api.js';
import { navbarEntry, showTask } from './tasklist.js';

const EVERY_MINUTE = 60000;

let timer = null;

async function open(refresh, scope) {
  const list = element('ul', { class: 'rectify-notices' });
  const message = messageLine();
  const allRead = element('button', { type: 'button', class: 'btn btn-default' }, '全部标为已读');
  const more = element('button', { type: 'button', class: 'btn btn-default' }, '更早的通知');
  const { close } = openDialog(
    '通知',
    element('p', { class: 'rectify-buttons' }, allRead, preferencesButton()),
    message.line,
    list,
    more
  );
  let newest = null;
  let oldest = null;

  function entry(item) {
    const link = element(
      'a',
      {
        href: '',
        onclick: async event => {
          event.preventDefault();
          try {
            await ask('POST', '/api/notifications/read', { ids: [item.id] });
          } finally {
            close();
            refresh();
            if (item.taskId) {
              showTask(item.taskId, scope);
            } else if (!item.path.includes('/tasklist/')) {
              window.location.href = root + item.path;
            }
          }
        }
      },
      item.text
    );
    return element(
      'li',
      { class: item.read ? '' : 'rectify-unread' },
      element('span', { class: 'rectify-when' }, (item.read ? '' : '未读 · ') + dateTime(item.createdAt)),
      link
    );
  }

  async function load() {
    await message.attempt(async () => {
      const inbox = await ask('GET', '/api/notifications' + (oldest ? '?before=' + oldest : ''));
      if (inbox.items.length > 0) {
        newest = newest || inbox.items[0].id;
        oldest = inbox.items[inbox.items.length - 1].id;
      }
      list.append(...inbox.items.map(entry));
      more.hidden = inbox.items.length < 50;
      message.say(list.children.length === 0 ? '目前没有通知。' : '');
    });
  }

  allRead.addEventListener('click', async () => {
    if (newest === null) {
      return;
    }
    await message.attempt(async () => {
      await ask('POST', '/api/notifications/read', { upTo: newest });
      replaceContent(list);
      newest = null;
      oldest = null;
      await load();
      refresh();
    });
  });
  more.addEventListener('click', load);
  await load();
}

function preferencesButton() {
  return element(
    'button',
    { type: 'button', class: 'btn btn-default', onclick: openPreferences },
    '通知方式'
  );
}

async function openPreferences() {
  const message = messageLine();
  const email = element('input', { type: 'checkbox' });
  const pushed = element('input', { type: 'checkbox' });
  const phone = element('input', {
    type: 'tel',
    class: 'form-control',
    maxlength: '11',
    inputmode: 'numeric'
  });
  const form = element(
    'form',
    {
      onsubmit: async event => {
        event.preventDefault();
        await message.attempt(async () => {
          await ask('PUT', '/api/notifications/preferences', {
            email: email.checked,
            message: pushed.checked,
            phone: phone.value.trim() || null
          });
          close();
        });
      }
    },
    element('label', {}, email, ' 每天一封电子邮件汇总'),
    element('label', {}, pushed, ' 紧急事项（逾期、催办、重大隐患、同事转交）发短信或企业微信'),
    element('label', {}, '手机号', phone),
    message.line,
    element('button', { type: 'submit', class: 'btn btn-primary' }, '保存')
  );
  const { close } = openDialog('通知方式', form);
  await message.attempt(async () => {
    const kept = await ask('GET', '/api/notifications/preferences');
    email.checked = kept.email;
    pushed.checked = kept.message;
    phone.value = kept.phone || '';
  });
}

export default {
  id: 'rectify-notifications',
  pluginPoint: 'tasklist.navbar.action',
  priority: 400,
  render(node, context, scope) {
    const badge = element('span', { class: 'badge rectify-badge', hidden: true });
    const refresh = async () => {
      if (document.hidden) {
        return;
      }
      try {
        const { unread } = await ask('GET', '/api/notifications?unread=true');
        badge.textContent = unread > 99 ? '99+' : unread;
        badge.hidden = unread === 0;
        link.setAttribute('aria-label', unread === 0 ? '通知' : `通知，${unread}条未读`);
      } catch (later) {
        badge.hidden = true;
      }
    };
    const link = navbarEntry(node, 'bell', '通知', () => open(refresh, scope));
    link.append(badge);
    refresh();
    timer = window.setInterval(refresh, EVERY_MINUTE);
  },
  unmount() {
    window.clearInterval(timer);
  }
};
