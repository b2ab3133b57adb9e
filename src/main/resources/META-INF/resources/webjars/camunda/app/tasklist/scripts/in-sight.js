// On a phone the task opens below the lists. They are filled, and read again, after it: until the person
// touches the page, the task stays where it was opened.
const SETTLED = 6000;

let stop = () => {};

export function keepInSight(card) {
  stop();
  const touched = new AbortController();
  const show = () => (card.isConnected ? card.scrollIntoView() : stop());
  const grown = new ResizeObserver(show);
  document.querySelectorAll('.task-filters, .tasks-list').forEach(list => {
    grown.observe(list);
    [...list.children].forEach(part => grown.observe(part));
  });
  stop = () => {
    grown.disconnect();
    touched.abort();
  };
  ['pointerdown', 'wheel', 'keydown'].forEach(event =>
    window.addEventListener(event, stop, { capture: true, passive: true, signal: touched.signal })
  );
  setTimeout(stop, SETTLED);
  show();
}
