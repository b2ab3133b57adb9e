// Stock parts that name people by their accounts, stand empty, are refused afterwards, or name the
// engine's thirty-one terms where ours stands: read by Tasklist as it starts.
document
  .querySelector('base')
  .setAttribute(
    'cam-exclude-plugins',
    [
      'tasklist.list:task-search',
      'tasklist.navbar.action:create-task-action',
      'tasklist.task.action:task-action-comment',
      'tasklist.task.detail:task-detail-history',
      'tasklist.task.detail:task-detail-description'
    ].join()
  );

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
    'scripts/offers',
    'scripts/form-words',
    'scripts/complete-form',
    'scripts/outcome',
    'scripts/task-cards',
    'scripts/find-tasks',
    'scripts/platform-entry',
    'scripts/case-panel',
    'scripts/evidence',
    'scripts/visit',
    'scripts/documents',
    'scripts/diagram',
    'scripts/form-drafts',
    'scripts/form-keys',
    'scripts/numbers',
    'scripts/plain-page',
    'scripts/notifications',
    'scripts/bulk',
    'scripts/deputies',
    'scripts/checklist',
    'scripts/findings'
  ]
    // the server puts them into one, which the page names
    .filter(() => !document.documentElement.dataset.scripts)
    .concat(document.documentElement.dataset.scripts || []),
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
