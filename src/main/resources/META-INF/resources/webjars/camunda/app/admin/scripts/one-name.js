// A Chinese name is one word: Admin's two fields for it become one, and the second is not asked for.
const FAMILY = '#inputLastname';

function makeOne(field) {
  field.closest('.form-group').hidden = true;
  const model = window.angular.element(field).controller('ngModel');
  model.$validators.required = () => true;
  model.$validate();
}

new MutationObserver(() => {
  const field = document.querySelector(FAMILY);
  if (field && !field.closest('.form-group').hidden && window.angular?.element(field).controller('ngModel')) {
    makeOne(field);
  }
}).observe(document.body, { childList: true, subtree: true });

export default [];
