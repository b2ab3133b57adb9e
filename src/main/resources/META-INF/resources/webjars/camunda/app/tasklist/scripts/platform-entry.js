// The way to the platform, where everything that is no task is looked up.
import { root } from '../../../../rectify/api.js';
import {} from '../../../../rectify/api.js';
import { navbarEntry } from './tasklist.js';

export default {
  id: 'rectify-platform',
  pluginPoint: 'tasklist.navbar.action',
  priority: 900,
  render(node) {
    navbarEntry(node, 'home', '业务平台', () => {
      window.location.href = root + '/city';
    }).setAttribute('href', root + '/city');
  }
};
