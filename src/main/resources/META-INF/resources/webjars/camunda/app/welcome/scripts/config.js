export default {
  app: {
    vendor: '隐患整改案件管理系统'
  },
  customScripts: ['../../../rectify/one-login']
};
