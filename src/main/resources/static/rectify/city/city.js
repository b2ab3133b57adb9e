// What no attribute can say: printing. Everything else on a page is a link, a form or an hx- attribute.
document.addEventListener('click', event => {
  if (event.target.closest('[data-print]')) window.print();
});
