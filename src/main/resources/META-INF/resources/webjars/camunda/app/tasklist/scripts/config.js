// The stock search names the engine's thirty-one terms; ours stands in its place.
{
  const base = document.querySelector('base');
  const others = base.getAttribute('cam-exclude-plugins');
  base.setAttribute(
    'cam-exclude-plugins',
    [others, 'tasklist.list:task-search'].filter(Boolean).join()
  );
}

export default {
  app: {
    name: '任务办理',
    vendor: '隐患整改案件管理系统'
  },
  dateFormat: {
    monthName: 'M月',
    day: 'D日',
    abbr: 'YYYY年M月D日 HH:mm',
    normal: 'YYYY年M月D日 HH:mm',
    long: 'YYYY年M月D日 dddd HH:mm',
    short: 'YYYY年M月D日'
  },
  locales: {
    availableLocales: ['zh'],
    fallbackLocale: 'zh'
  },
  disableWelcomeMessage: true,
  customScripts: [
    '../../../rectify/one-login',
    '../../../rectify/platform',
    '../../../rectify/left-over-words',
    '../../../rectify/early-words',
    'scripts/form-words',
    'scripts/task-cards',
    'scripts/find-tasks',
    'scripts/platform-entry',
    'scripts/case-panel',
    'scripts/evidence',
    'scripts/visit',
    'scripts/documents',
    'scripts/form-drafts',
    'scripts/form-keys',
    'scripts/numbers',
    'scripts/plain-page',
    'scripts/notifications',
    'scripts/hand-over',
    'scripts/bulk',
    'scripts/deputies',
    'scripts/checklist',
    'scripts/findings'
  ],
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: '签收当前任务'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: '转到第一个筛选器'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: '转到第一个任务'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: '转到表单的第一个输入框'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: '打开发起流程窗口'
    }
  }
};
