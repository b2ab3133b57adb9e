// A form that is opened has one key, which goes with it whenever it is sent: a double click, or a
// second try after the line broke, is then the same request, and gives one case.
import { newKey } from '../../../../rectify/api.js';
import { formSent, whenSent } from '../../../../rectify/engine-insides.js';

const keys = new WeakMap();

function keyOf(form) {
  if (!keys.has(form)) {
    keys.set(form, newKey());
  }
  return keys.get(form);
}

whenSent((method, address) => {
  const sent = formSent(method, address);
  return sent && sent.container && { headers: { 'Idempotency-Key': keyOf(sent.container) } };
});

export default [];
