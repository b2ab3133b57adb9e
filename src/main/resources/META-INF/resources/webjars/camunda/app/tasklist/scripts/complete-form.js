// A form that is not filled in says which fields are missing and leads to them; nothing is sent.
import { around, element, removeFrom } from '../../../../rectify/api.js';
import { formIn, SEND, wrongFields } from '../../../../rectify/engine-insides.js';
import { actionsOf, containerOf, whenReleased } from './forms.js';

const LINE = 'rectify-missing';

function fieldsOf(form, errors) {
  return wrongFields(form, errors).map(({ id, label }) => ({ id, label: label.replace(/[*：:]+\s*$/, '') }));
}

function goTo(container, field) {
  const marked = [...container.querySelectorAll('.fjs-form-field')].find(box => {
    const label = box.querySelector('label');
    return label && label.innerText.replace('*', '').trim() === field.label;
  });
  if (marked) {
    marked.scrollIntoView({ block: 'center' });
    const input = marked.querySelector('input, textarea, select, [tabindex]');
    if (input) {
      input.focus({ preventScroll: true });
    }
  }
}

function say(container, fields) {
  const actions = actionsOf(container);
  if (!actions) {
    return;
  }
  const old = actions.querySelector('.' + LINE);
  if (fields.length === 0) {
    removeFrom(actions, '.' + LINE);
    return;
  }
  const line = element(
    'p',
    { class: LINE, role: 'alert' },
    `还有${fields.length}项没有填好：`,
    ...fields.map((field, at) =>
      element(
        'button',
        { type: 'button', class: 'btn btn-link', onclick: () => goTo(container, field) },
        field.label + (at < fields.length - 1 ? '、' : '')
      )
    )
  );
  if (old) {
    old.replaceWith(line);
  } else {
    actions.prepend(line);
  }
}

/** The line keeps up with what is filled in: a button that is off never stands there without it. */
function follow(container) {
  const form = formIn(container);
  if (form) {
    container.dataset.rectifyFollowed = 'true';
    form.on('changed', event => whenReleased(container, () => say(container, fieldsOf(form, event.errors))));
  }
}

new MutationObserver(() =>
  document.querySelectorAll('.fjs-container:not([data-rectify-followed])').forEach(follow)
).observe(document.body, { childList: true, subtree: true });

function hold(event, container) {
  const form = container && formIn(container);
  if (!form) {
    return;
  }
  const errors = form.validate();
  if (Object.keys(errors).length === 0) {
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  const missing = fieldsOf(form, errors);
  say(container, missing);
  if (missing.length > 0) {
    goTo(container, missing[0]);
  }
}

// before everybody else: what is not sent is still a draft
window.addEventListener(
  'click',
  event => {
    const button = around(event.target, SEND);
    if (button && !button.disabled) {
      hold(event, containerOf(button));
    }
  },
  true
);
window.addEventListener(
  'submit',
  event => {
    if (around(event.target, '.fjs-container')) {
      hold(event, containerOf(event.target));
    }
  },
  true
);

export default [];
