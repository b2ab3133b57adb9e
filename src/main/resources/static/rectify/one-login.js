// The web applications show their own login form when nobody is logged in; ours is the only one. Whose
// session has ended comes back to where they were; whoever left does not.
import { around, root } from './api.js';

const LOGIN = /^#!?\/login/;

let leaving = false;

async function isLoggedIn() {
  try {
    return (await fetch(root + '/api/people/me', { credentials: 'same-origin' })).ok;
  } catch (offline) {
    return true;
  }
}

/** Asks for the page anew: the way leads over the login page, which keeps the place in it. */
function comeBackTo(place) {
  window.history.replaceState(null, '', window.location.pathname + window.location.search + place);
  window.location.reload();
}

async function leaveForLogin(before) {
  if (!LOGIN.test(window.location.hash)) {
    return;
  }
  const ended = before && !LOGIN.test(before) && !leaving && !(await isLoggedIn());
  if (ended) {
    comeBackTo(before);
  } else {
    window.location.replace(root + '/login?left');
  }
}

document.addEventListener(
  'click',
  event => {
    leaving = leaving || Boolean(around(event.target, '.account .logout a'));
  },
  true
);
window.addEventListener('hashchange', event => leaveForLogin(new URL(event.oldURL).hash));
// one of our own requests was answered that nobody is logged in
window.addEventListener('rectify-login-ended', () => comeBackTo(window.location.hash));
leaveForLogin('');

export default [];
