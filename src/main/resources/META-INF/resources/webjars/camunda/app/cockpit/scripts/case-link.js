// From a process in Cockpit to the page of its case.
import { ask, element, root } from '../../../../rectify/api.js';

const INSTANCE = '/camunda/api/engine/engine/default/process-instance/';

export default {
  id: 'rectify-case-link',
  pluginPoint: 'cockpit.processInstance.runtime.action',
  priority: 100,
  async render(node, { processInstanceId }) {
    const instance = await ask('GET', INSTANCE + encodeURIComponent(processInstanceId)).catch(() => ({}));
    const number = instance.businessKey;
    if (/^YH\d{6}-\d{4}-\d+$/.test(number || '')) {
      node.append(
        element(
          'a',
          {
            class: 'btn btn-default action-button',
            href: `${root}/city/cases/${number}`,
            title: '案件页',
            'aria-label': '案件页'
          },
          // the column is as wide as a sign
          element('span', { class: 'glyphicon glyphicon-folder-open', 'aria-hidden': 'true' })
        )
      );
    }
  }
};
