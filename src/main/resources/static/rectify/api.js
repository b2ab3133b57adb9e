// What the scripts in the web applications share, by one door.
export { day, dateTime, moment, month } from './dates.js';
export { messageLine, openDialog } from './dialog.js';
export { around, button, element, removeFrom, replaceContent } from './element.js';
export { ask, newKey, refusal, root, token } from './server.js';
