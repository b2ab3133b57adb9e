// What the web applications say in English past their locale files.
import './control-names.js';
import { replaceWords } from './words.js';

replaceWords(
  {
    'zoom in': '放大',
    'zoom out': '缩小',
    'reset zoom': '恢复原大小',
    CAM_WIDGET_HEADER_TOGGLE_NAVIGATION: '展开或收起导航',
    'Toggle this section': '展开或收起',
    Close: '关闭',
    Actions: '操作',
    null: '无'
  },
  [
    // a moment as the engine's pages write it
    [/^(\d{4})-0?(\d+)-0?(\d+)T(\d{2}:\d{2}):\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?$/, '$1年$2月$3日 $4'],
    [/^.*does not have '\w+' permission.*$/, '您没有查看这项内容的权限。'],
    // an error turned into text, its message being in Chinese already
    [/^Error: (?=.*\p{Script=Han})/su, '']
  ],
  'body'
);

export default [];
