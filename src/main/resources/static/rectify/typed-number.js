// A number as a person types it, read by the same rules as on the server (rectify.typed.TypedNumber):
// full width, blanks around it, a comma or a blank at every thousand. Never changed in silence.

const MOST_DIGITS = 15;
const LONGEST = 60;
const LONGEST_TOLD = 30;
const PLAIN = /^-?(\d+\.?\d*|\.\d+)$/;
const THOUSANDS = /^-?[1-9]\d{0,2}(?:(?:,\d{3})+|(?: \d{3})+)(?:\.\d+)?$/;
const SCIENTIFIC = /^[-+]?[\d.,]+ ?[eE] ?[-+]?\d+$/;
const WITH_UNIT =
  /^(?=.*[^\d.,+\- ])(?:[¥$]|RMB|CNY|人民币)? ?[-+]?[\d.,][\d., ]*(?:[百千万亿]*(?:元|圆|块|角|分)?整?|[a-zA-Z%‰]+|[\p{Script=Han}/]+[²³]?)$/iu;

function narrow(typed) {
  return typed
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}]+/gu, found => (/\s/.test(found) ? ' ' : ''))
    .replace(/\u2212/g, '-')
    .replace(/[\p{Z}\s]+/gu, ' ')
    .trim();
}

/** The digits a number is kept by; null if a browser would not keep them all. */
function plain(text) {
  const [whole, part] = text.replace(/[-, ]/g, '').split('.');
  const digits = (whole + (part || '')).replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '').length;
  if (significant > MOST_DIGITS || whole.replace(/^0+/, '').length > MOST_DIGITS) {
    return null;
  }
  return (
    (text.startsWith('-') ? '-' : '') + (whole.replace(/^0+(?=\d)/, '') || '0') + (part ? '.' + part : '')
  );
}

function problem(text) {
  if (text.length > LONGEST) {
    return '请只填数字，例如12345或12,345.67';
  }
  if (PLAIN.test(text) || THOUSANDS.test(text)) {
    return plain(text) === null ? `数字最多${MOST_DIGITS}位，请核对` : null;
  }
  if (SCIENTIFIC.test(text)) {
    return '请不用科学计数法，写出全部数字，例如1e3写成1000';
  }
  if (/^[-\d,. ]+$/.test(text)) {
    return '分节的逗号或空格应每三位一个，例如12,345，也可以不写；小数点只能有一个';
  }
  if (WITH_UNIT.test(text)) {
    return '只填数字，不写单位和货币符号（如元、万、￥），请按本项的单位换算后填写，例如5万元填50000';
  }
  return '请只填数字，例如12345或12,345.67';
}

/**
 * Reads what was typed.
 *
 * @returns value: the digits as they are kept, '' for nothing, null for no number; problem: in
 *   Chinese, null if there is none
 */
export function readNumber(typed) {
  const text = narrow(String(typed));
  if (text === '') {
    return { value: '', problem: null };
  }
  const wrong = problem(text);
  if (!wrong) {
    return { value: plain(text), problem: null };
  }
  const told = String(typed)
    .replace(/[\p{Z}\s]+/gu, ' ')
    .trim();
  const shown = told.length > LONGEST_TOLD ? told.slice(0, LONGEST_TOLD) + '…' : told;
  return { value: null, problem: `应为数字，现为“${shown}”：${wrong}` };
}
