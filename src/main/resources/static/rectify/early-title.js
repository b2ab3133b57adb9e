// A page that is there before its locale file has come names the window by keys instead of words.

const KEYS = /\b[A-Z]+(?:_[A-Z]+)+\b/g;
const html = document.documentElement;

let words;

async function translate() {
  // the keys are taken out of the title while the page opens, and kept
  const title = document.title.search(KEYS) < 0 ? html.dataset.title || '' : document.title;
  if (title.search(KEYS) < 0) {
    return;
  }
  delete html.dataset.title;
  words = words || fetch('../locales/zh.json').then(answer => answer.json());
  const { labels } = await words;
  document.title = title.replace(KEYS, key => labels[key] || key);
}

new MutationObserver(translate).observe(document.querySelector('title'), { childList: true });
translate();

export default [];
