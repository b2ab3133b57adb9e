// A page that is there before its locale file has come names the window by keys instead of words.

const KEYS = /\b[A-Z]+(?:_[A-Z]+)+\b/g;

let words;

async function translate() {
  if (document.title.search(KEYS) < 0) {
    return;
  }
  words = words || fetch('../locales/zh.json').then(answer => answer.json());
  const { labels } = await words;
  const title = document.title.replace(KEYS, key => labels[key] || key);
  if (title !== document.title) {
    document.title = title;
  }
}

new MutationObserver(translate).observe(document.querySelector('title'), { childList: true });
translate();

export default [];
