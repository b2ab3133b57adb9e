// The place within a page stands behind the hash sign, which no server is told: it goes with the form.
if (/^#!?\/(?!login)./.test(window.location.hash)) {
  document.querySelector('form').action += window.location.hash;
  document.getElementById('back').hidden = false;
}
