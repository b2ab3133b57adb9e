export default {
  app: {
    name: '系统管理',
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
    '../../../rectify/early-title',
    'scripts/one-name'
  ]
    // the server puts them into one, which the page names
    .filter(() => !document.documentElement.dataset.scripts)
    .concat(document.documentElement.dataset.scripts || [])
};
