// This page is for one's own data and password; what one does here, and how much waits, stands on the
// platform's first page.
import { element, root } from '../../../../rectify/api.js';

export default {
  id: 'rectify-way-home',
  pluginPoint: 'welcome.dashboard',
  priority: 100,
  render(node) {
    node.className = 'rectify-guide';
    node.append(
      element(
        'section',
        { class: 'rectify-box' },
        element('h2', {}, '我的资料和密码'),
        element('p', {}, '姓名和单位由系统管理员登记；密码在本页修改。任务、案件和查找都在业务平台。'),
        element('a', { class: 'btn btn-primary', href: root + '/city' }, '返回业务平台')
      )
    );
  }
};
