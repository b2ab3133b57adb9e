// A form that is opened has one key, which goes with it whenever it is sent: a double click, or a
// second try after the line broke, is then the same request, and gives one case.
import { newKey } from './rectify.js';

const HEADER = 'Idempotency-Key';
const SENT = [
  [/\/process-definition\/[^?]+\/submit-form(\?|$)/, '.modal-content .fjs-container'],
  [/\/task\/[^/?]+\/(submit-form|complete)(\?|$)/, 'section.task-card .fjs-container']
];

const keys = new WeakMap();

/** The key of the form that is being sent to an address; null if it is no form. */
function keyFor(method, url) {
  const sent = String(method).toUpperCase() === 'POST' && SENT.find(([address]) => address.test(url));
  const form = sent && document.querySelector(sent[1]);
  if (!form) {
    return null;
  }
  if (!keys.has(form)) {
    keys.set(form, newKey());
  }
  return keys.get(form);
}

const { open, send } = XMLHttpRequest.prototype;

XMLHttpRequest.prototype.open = function (method, url, ...more) {
  this.rectifyKey = keyFor(method, String(url));
  return open.call(this, method, url, ...more);
};

XMLHttpRequest.prototype.send = function (...body) {
  if (this.rectifyKey) {
    this.setRequestHeader(HEADER, this.rectifyKey);
  }
  return send.apply(this, body);
};

export default [];
