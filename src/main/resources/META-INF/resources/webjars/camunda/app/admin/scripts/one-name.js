// A Chinese name is one word: Admin's two fields for it become one, and the second is not asked for.
import { modelOf } from '../../../../rectify/engine-insides.js';

const FAMILY = '#inputLastname';

function makeOne(field) {
  field.closest('.form-group').hidden = true;
  const model = modelOf(field);
  model.$validators.required = () => true;
  model.$validate();
}

new MutationObserver(() => {
  const field = document.querySelector(FAMILY);
  if (field && !field.closest('.form-group').hidden && modelOf(field)) {
    makeOne(field);
  }
}).observe(document.body, { childList: true, subtree: true });

export default [];
