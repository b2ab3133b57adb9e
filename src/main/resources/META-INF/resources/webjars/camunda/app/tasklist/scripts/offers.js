// What is offered in the bar above: only what this person can use. Asked once; where the question is
// not answered everything is shown.
import { ask, element, root } from '../../../../rectify/api.js';
import { sayLasting } from './done-line.js';

const STARTABLE =
  '/camunda/api/engine/engine/default/process-definition/count' +
  '?latest=true&active=true&startableInTasklist=true&startablePermissionCheck=true';

export const offers = ask('GET', '/api/desk/offers').catch(() => ({
  together: ['accept', 'urge'],
  deputies: true,
  unit: true
}));

ask('GET', STARTABLE)
  .catch(() => ({ count: 1 }))
  .then(({ count }) => document.body.classList.toggle('rectify-may-start', count > 0));

offers.then(({ unit }) => {
  if (!unit) {
    sayLasting(
      [
        element('p', {}, element('strong', {}, '您的账号还没有加入任何单位，所以这里没有任务。')),
        element(
          'p',
          {},
          '请联系本单位管理员或当地安委办，告知您的账号和所在单位，由系统管理员把账号加入单位的用户组；加入后刷新本页即可办理。'
        ),
        element('p', {}, element('a', { href: root + '/city' }, '返回首页'))
      ],
      { closes: false, tone: 'soon' }
    );
  }
});

export default [];
