// The web applications show their own login form when nobody is logged in; ours is the only one.
const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');

function leaveForLogin() {
  if (/^#!?\/login/.test(window.location.hash)) {
    window.location.replace(root + '/login?left');
  }
}

window.addEventListener('hashchange', leaveForLogin);
leaveForLogin();

export default [];
