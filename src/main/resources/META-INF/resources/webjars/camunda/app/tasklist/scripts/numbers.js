// Numbers as people type them. The form's own field makes 12.34 of "12,345" and 13 of "1e3", and
// forgets what it does not know; here the text stands as it was typed until its field is left, then
// the number it is taken for, said beside it, and the server is sent the text.
import { around, element, removeFrom } from '../../../../rectify/api.js';
import { readNumber } from '../../../../rectify/typed-number.js';
import { fieldOf, formIn, formSent, giveNumber, SEND, whenSent } from '../../../../rectify/engine-insides.js';
import { containerOf, whenReleased } from './forms.js';

export const INPUT = '.fjs-form-field-number input';
const own = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
const typed = new WeakMap();
/** What the form was given of a field's texts, keystroke by keystroke. */
const given = new WeakMap();

/** The last text of a field that could be read, as a number. */
const readable = new WeakMap();

/**
 * What the form is given: a number it knows, or what it takes for none. While a text is on its way
 * from one number to the next it keeps the one before: the form takes things over late, and would
 * shut its button over a text that has long been finished.
 */
function forTheForm(input) {
  const { value } = readNumber(typed.get(input));
  if (value !== null) {
    readable.set(input, value);
  }
  return readable.get(input) || (value === null ? 'NaN' : value);
}

/** To the form a text without a number is nothing, and 12.60 is 12.6. */
function asNumber(shown) {
  return shown === '' || Number.isNaN(Number(shown)) ? null : Number(shown);
}

function give(input) {
  const value = forTheForm(input);
  given.get(input).add(asNumber(value));
  return value;
}

function say(input, text, wrong) {
  const field = input.closest('.fjs-form-field-number');
  removeFrom(field, '.rectify-number');
  if (text) {
    field.append(
      element(
        'p',
        { class: 'rectify-number' + (wrong ? ' rectify-bad' : ''), role: wrong ? 'alert' : 'status' },
        text
      )
    );
  }
}

/** The form reads the field again. */
function readAgain(input) {
  if (input.isConnected) {
    const again = new Event('input', { bubbles: true });
    again.rectifyAgain = true;
    input.dispatchEvent(again);
  }
}

/**
 * The form takes a number over a moment after it was typed, and then writes it back over what was
 * typed in that moment. What it was given does not take the text's place; what it made itself does.
 */
function write(input, shown) {
  const wanted = forTheForm(input);
  if (String(shown) === wanted) {
    return;
  }
  if (!given.get(input).has(asNumber(shown))) {
    own.set.call(input, shown);
    typed.set(input, own.get.call(input));
    say(input, null);
  } else if (asNumber(shown) !== asNumber(wanted)) {
    setTimeout(() => readAgain(input));
  }
}

/** Stands between a field and its form from the first touch on. */
function follow(input) {
  if (typed.has(input)) {
    return;
  }
  typed.set(input, own.get.call(input));
  given.set(input, new Set());
  give(input);
  Object.defineProperty(input, 'value', {
    configurable: true,
    get: () => give(input),
    set: shown => write(input, shown)
  });
}

/** The form's arrows may lead back to a number that it was given before. */
function stepping(input) {
  if (input && given.has(input)) {
    given.get(input).clear();
  }
}

/** The form has the number at once, for whoever presses its button right after typing. */
function handOn(input) {
  const form = typed.has(input) && formIn(containerOf(input));
  const { value } = readNumber(typed.get(input) || '');
  if (form && value !== null) {
    giveNumber(form, input, value);
  }
}

/** The field is left: it shows what its text is taken for, or says why it is no number. */
function settle(input) {
  const text = typed.get(input);
  if (text === undefined) {
    return true;
  }
  const { value, problem } = readNumber(text);
  if (problem) {
    say(input, problem, true);
    return false;
  }
  if (value !== text) {
    own.set.call(input, value);
    typed.set(input, value);
    say(input, value === '' ? null : `您填写的“${text.trim()}”按${value}记录。`);
  }
  return true;
}

function on(kind, work) {
  document.addEventListener(
    kind,
    event => around(event.target, INPUT) === event.target && work(event.target, event),
    true
  );
}

on('focusin', follow);
on('focusout', input => {
  handOn(input);
  whenReleased(input, () => input.isConnected && settle(input));
});
on('input', (input, event) => {
  if (event.rectifyAgain) {
    return;
  }
  follow(input);
  typed.set(input, own.get.call(input));
  say(input, null);
});
// the form's field swallows the keys it does not know, and empties itself where it knows nothing
on('keypress', (input, event) => event.stopPropagation());
on('paste', (input, event) => event.stopPropagation());
on('keydown', (input, event) => {
  if (event.key === 'Enter') {
    handOn(input);
    settle(input);
  } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
    stepping(input);
  } else if (event.key === 'Backspace' || event.key === 'Delete') {
    event.stopPropagation();
  }
});

/** Nothing is sent while a text is no number. */
function sending(event) {
  const button = around(event.target, SEND);
  if (!button) {
    return;
  }
  const container = containerOf(button);
  const wrong = container && Array.from(container.querySelectorAll(INPUT)).find(input => !settle(input));
  if (wrong) {
    event.preventDefault();
    event.stopImmediatePropagation();
    wrong.focus();
    wrong.scrollIntoView({ block: 'center' });
  }
}

document.addEventListener('click', sending, true);
document.addEventListener(
  'click',
  event => {
    const arrows = around(event.target, '.fjs-number-arrow-container');
    if (arrows) {
      stepping(arrows.closest('.fjs-form-field-number').querySelector('input'));
    }
  },
  true
);

/** The texts of a form that is being sent, by the names of their fields. */
export function texts(container) {
  const form = formIn(container);
  const found = {};
  container.querySelectorAll(INPUT).forEach(input => {
    const field = form && fieldOf(form, input);
    const text = typed.get(input);
    if (field && text && text.trim()) {
      found[field.key] = text;
    }
  });
  return found;
}

/** Shows what was typed earlier, unless something is being typed. */
export function showTyped(input, text) {
  if (input !== document.activeElement && !typed.get(input)) {
    follow(input);
    own.set.call(input, text);
    typed.set(input, text);
    readAgain(input);
    settle(input);
  }
}

function withTexts(container, body) {
  const request = JSON.parse(body);
  Object.entries(texts(container)).forEach(([key, value]) => {
    request.variables = { ...request.variables, [key]: { type: 'String', value } };
  });
  return JSON.stringify(request);
}

whenSent((method, address) => {
  const sent = formSent(method, address);
  return (
    sent &&
    sent.container && { body: text => (typeof text === 'string' ? withTexts(sent.container, text) : text) }
  );
});

export default [];
