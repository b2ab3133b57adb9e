// Cockpit shows people by their accounts and units by their codes: here they have their names, the
// code being told where one points. Asked of our own interface, which tells each manager their own.
import { ask } from '../../../../rectify/api.js';

const UNIT = /^(ent\d+|town\d+|dept\d+[a-z]+|office\d+|manager|processDesigner|camunda-admin)$/;
/** Where an account stands, and nothing else. */
const PEOPLE = 'td.assignee, td.owner, .user-tasks .assignee, .user-id, td.start-user, td.user';
const MOST = 100;

const names = new Map();
let wanted = new Set();

function codeOf(text) {
  const code = text.data.trim();
  return code && (UNIT.test(code) || (/^[A-Za-z][\w.-]*$/.test(code) && text.parentElement.closest(PEOPLE)))
    ? code
    : null;
}

function write(text, code) {
  const name = names.get(code);
  if (name) {
    text.data = text.data.replace(code, name);
    text.parentElement.title = code;
  }
}

function read(node) {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const found = [];
  for (
    let text = node.nodeType === Node.TEXT_NODE ? node : walker.nextNode();
    text;
    text = walker.nextNode()
  ) {
    if (text.parentElement && codeOf(text)) {
      found.push(text);
    }
  }
  found.forEach(text => {
    const code = codeOf(text);
    if (names.has(code)) {
      write(text, code);
    } else {
      if (wanted.size === 0) {
        setTimeout(learn);
      }
      wanted.add(code);
    }
  });
}

async function learn() {
  const asked = [...wanted].slice(0, MOST);
  wanted = new Set();
  asked.forEach(code => names.set(code, null));
  try {
    const told = await ask('GET', '/api/people/names?ids=' + asked.map(encodeURIComponent).join(','));
    Object.entries(told).forEach(([code, name]) => names.set(code, name));
  } catch (unknown) {
    return;
  }
  read(document.body);
}

new MutationObserver(changes =>
  changes.forEach(change =>
    change.type === 'characterData' ? read(change.target) : change.addedNodes.forEach(read)
  )
).observe(document.body, { childList: true, subtree: true, characterData: true });

export default [];
