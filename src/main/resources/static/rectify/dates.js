// Dates as people read them everywhere on screen: 2026年3月9日, with the minute where one is told.

/** A day, or the day of a moment; '' for none. */
export function day(iso) {
  const found = /^(\d+)-0?(\d+)-0?(\d+)/.exec(iso || '');
  return found ? `${found[1]}年${found[2]}月${found[3]}日` : '';
}

/** A day and its minute. */
export function moment(iso) {
  const time = /T(\d+:\d+)/.exec(iso || '');
  return day(iso) + (time ? ' ' + time[1] : '');
}

/** The same; the end of a day is the day. */
export function dateTime(iso) {
  return moment(iso).replace(' 23:59', '');
}

/** A month: 2026年3月. */
export function month(iso) {
  return (iso || '').replace(/^(\d+)-0?(\d+)$/, '$1年$2月');
}
