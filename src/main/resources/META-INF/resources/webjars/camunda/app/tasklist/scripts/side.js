// What stands beside a task's form where there is room, and above it where there is not: the case
// and its photos.
import { element } from '../../../../rectify/api.js';

export function side(card) {
  const there = card.querySelector(':scope > .rectify-side');
  if (there) {
    return there;
  }
  const made = element('aside', { class: 'rectify-side' });
  card.querySelector(':scope > header').after(made);
  return made;
}

/** A tab that would be empty is not there; whoever stands on it goes to the form. */
export function showTab(card, name, shown) {
  const tab = [...card.querySelectorAll('.nav-tabs > li')].find(li => li.textContent.trim() === name);
  if (!tab) {
    return;
  }
  tab.classList.toggle('hidden', !shown);
  if (!shown && tab.classList.contains('active')) {
    card.querySelector('.nav-tabs > li a').click();
  }
}
