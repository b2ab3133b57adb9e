// Camunda Forms carry their own words in English and offer no other language: they are replaced
// wherever a form or its calendar writes them.
import { replaceWords } from '../../../../rectify/words.js';

const WORDS = {
  'Field is required.': '此项为必填项。',
  'Value is not a number.': '请填写数字。',
  'Date and time must both be entered.': '日期和时间都要填写。',
  'Field must be a valid email.': '请填写正确的电子邮箱。',
  'Field must be a valid  international phone number. (e.g. +4930664040900)': '请填写正确的电话号码。',
  'No results': '没有匹配的选项',
  'All values selected': '已选择全部选项',
  'Nothing to show.': '没有内容',
  Search: '搜索',
  Select: '请选择',
  'Add new': '增加一行',
  Collapse: '收起',
  'Skip to search': '转到搜索框',
  'Remove tag': '删除',
  Increment: '增大',
  Decrement: '减小',
  'Previous page': '上一页',
  'Next page': '下一页',
  Checkbox: '勾选框',
  'Date time': '日期时间',
  'hh:mm': '时:分',
  'This is an image placeholder': '图片'
};

const PATTERNS = [
  [/^Field must have minimum value of (.+)\.$/, '不得小于$1。'],
  [/^Field must have maximum value of (.+)\.$/, '不得大于$1。'],
  [/^Field must have minimum length of (.+)\.$/, '至少填写$1个字。'],
  [/^Field must have maximum length of (.+)\.$/, '最多填写$1个字。'],
  [/^Value is expected to be an integer\.$/, '请填写整数。'],
  [/^Value is expected to have at most (\d+) decimal digits?\.$/, '最多保留$1位小数。'],
  [/^Field must match pattern .+$/, '填写的格式不正确。'],
  [
    /^Please select a valid value, the two nearest valid values are (.+) and (.+)\.$/,
    '请填写正确的数值，最接近的是$1和$2。'
  ],
  [/^yyyy\/m+\/d+$/, '年/月/日'],
  [/^m+\/d+\/yyyy$/, '月/日/年'],
  [/^Expand all \((\d+)\)$/, '展开全部（$1）'],
  [/^Remove list item (\d+)$/, '删除第$1行'],
  [/^Click to sort by (.+) descending$/, '按$1从大到小排列'],
  [/^Click to sort by (.+) ascending$/, '按$1从小到大排列'],
  [/^Click to remove sorting$/, '取消排序'],
  [/^(\d+) of (\d+)$/, '第$1页，共$2页']
];

replaceWords(WORDS, PATTERNS, '.fjs-container, .fjs-form, .flatpickr-calendar');

const CALENDAR = {
  weekdays: {
    shorthand: ['日', '一', '二', '三', '四', '五', '六'],
    longhand: ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六']
  },
  months: {
    shorthand: Array.from({ length: 12 }, (_, month) => month + 1 + '月'),
    longhand: Array.from({ length: 12 }, (_, month) => month + 1 + '月')
  },
  firstDayOfWeek: 1,
  ordinal: () => '',
  rangeSeparator: '至',
  weekAbbreviation: '周',
  scrollTitle: '滚动可增减',
  toggleTitle: '点击切换',
  amPM: ['上午', '下午'],
  yearAriaLabel: '年份',
  monthAriaLabel: '月份',
  hourAriaLabel: '小时',
  minuteAriaLabel: '分钟',
  time_24hr: true
};

// the calendar of the forms; it may come after us
if (window.flatpickr) {
  window.flatpickr.localize(CALENDAR);
} else {
  let calendar;
  Object.defineProperty(window, 'flatpickr', {
    configurable: true,
    get: () => calendar,
    set(given) {
      calendar = given;
      calendar.localize(CALENDAR);
    }
  });
}

export default [];
