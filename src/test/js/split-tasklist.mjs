// Writes src/main/resources/rectify/page/tasklist-parts.txt: which modules of the engine's bundle
// Tasklist begins with, and which a form or a diagram needs later. Run it when the engine's version
// changes, with the webjar unpacked:
//
//   unzip -d target/webjar ~/.m2/repository/org/camunda/bpm/webapp/camunda-webapp-webjar/VERSION/*.jar
//   node src/test/js/split-tasklist.mjs target/webjar/META-INF/resources/webjars/camunda
//
// Places are bytes: the files are read as latin1, so that a character is one.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

const webjar = process.argv[2];
const target = 'src/main/resources/rectify/page/tasklist-parts.txt';
const BUNDLE = 'lib/deps.js';
const APPLICATION = 'app/tasklist/camunda-tasklist-bootstrap.js';

// What is written instead in the application's file: a directive that draws a diagram is made when one
// is drawn, a form when one is opened. late-modules.js gives the functions these call.
const INSTEAD = [
  [
    'y=n(1634),b=n(18686),E=n(85562)',
    'y=n.directive("diagrams",1634),b=n.directive("rest",18686),E=n.directive("rest",85562)'
  ],
  ['p=n(57661).Form', 'p=n.lateForm("forms",11306)']
];

// Three modules of the form viewer (marked, feelin, feelers) are written for Chromium 84; said in words
// that one of 2019 reads, they mean the same.
const OLDER = [
  ['this.rules.inline._backpedal.exec(t[0])?.[0]??""', '(this.rules.inline._backpedal.exec(t[0])||[""])[0]'],
  ['(t||"").match(/^\\S*/)?.[0]', '((t||"").match(/^\\S*/)||[])[0]'],
  ['this.#e(', 'this.$e('],
  ['}#e(', '}$e('],
  ['this.#t(', 'this.$t('],
  ['}#t(', '}$t('],
  [
    'this.defaults.extensions?.childTokens?.[e.type]',
    '((this.defaults.extensions||{}).childTokens||{})[e.type]'
  ],
  ['t??this.defaults', 'null==t?this.defaults:t'],
  ['t.milliseconds??0', 'null==t.milliseconds?0:t.milliseconds'],
  [
    'this.parent?.path?.concat(" > ",this.name)||this.name',
    'this.parent&&this.parent.path&&this.parent.path.concat(" > ",this.name)||this.name'
  ],
  ['se(e.children)?.computedValue()', '(e=>null==e?void 0:e.computedValue())(se(e.children))']
];
const OPTIONAL = /(?<![\w$.])([A-Za-z_$][\w$]*)\?\.([A-Za-z_$][\w$]*(?:\(\))?)(?![.[(\w$])/g;
const NEWER = ['6709', '7830', '91723'];

const START = '76176';
const LATER = { 16386: ['1634', '18686', '85562'], 76622: ['57661'] };
const BEGINS = { forms: '11306', diagrams: '1634' };

function modulesOf(file) {
  const text = readFileSync(webjar + '/' + file, 'latin1');
  let chunk;
  const self = { webpackChunkcamunda_bpm_webapp: { push: pushed => (chunk = pushed) } };
  // the file only hands its functions over: none of them is run
  new Function('self', text)(self);
  const modules = new Map();
  let from = 0;
  for (const [id, factory] of Object.entries(chunk[1]).sort((one, other) => place(one) - place(other))) {
    const source = id + ':' + factory;
    const begin = text.indexOf(source, from);
    if (begin < 0) {
      throw new Error('Module ' + id + ' is not written as it was read');
    }
    from = begin + source.length;
    modules.set(id, { begin, end: from, needs: needsOf(String(factory)) });
  }
  return { id: chunk[0][0], text, modules };

  function place([id, factory]) {
    return text.indexOf(id + ':' + factory);
  }
}

function needsOf(source) {
  const need = source.slice(source.indexOf('(') + 1, source.indexOf(')')).split(',')[2];
  return need
    ? Array.from(
        source.matchAll(new RegExp('(?<![\\w$.])' + need.replace('$', '\\$') + '\\((\\d+)\\)', 'g')),
        found => found[1]
      )
    : [];
}

const bundle = modulesOf(BUNDLE);
const application = modulesOf(APPLICATION);

function closure(start, left = {}) {
  const reached = new Set();
  const open = [start];
  while (open.length) {
    const id = open.pop();
    const module = application.modules.get(id) || bundle.modules.get(id);
    if (module && !reached.has(id)) {
      reached.add(id);
      open.push(...module.needs.filter(need => !(left[id] || []).includes(need)));
    }
  }
  return reached;
}

const first = closure(START, LATER);
const forms = closure(BEGINS.forms);
const diagrams = closure(BEGINS.diagrams);
/** What stands in a module otherwise: places of the file, and the words for them. */
function older(id, { begin, end }) {
  const source = bundle.text.slice(begin, end);
  const changes = [];
  const change = (at, engines, ours) => {
    if (!changes.some(other => at < other.end && at + engines.length > other.at)) {
      changes.push({ at, end: at + engines.length, ours });
    }
  };
  for (const [engines, ours] of OLDER) {
    for (let at = source.indexOf(engines); at >= 0; at = source.indexOf(engines, at + 1)) {
      change(at, engines, ours);
    }
  }
  for (const found of source.matchAll(OPTIONAL)) {
    change(found.index, found[0], `(null==${found[1]}?void 0:${found[1]}.${found[2]})`);
  }
  return changes.sort((one, other) => one.at - other.at);
}

const parts = { first: [], forms: [], diagrams: [], rest: [] };
for (const [id, module] of bundle.modules) {
  const pieces = parts[partOf(id)];
  if (pieces.length) {
    pieces.push({ text: ',' });
  }
  let from = module.begin;
  for (const { at, end, ours } of NEWER.includes(id) ? older(id, module) : []) {
    pieces.push({ begin: from, end: module.begin + at }, { text: ours });
    from = module.begin + end;
  }
  pieces.push({ begin: from, end: module.end });
}

/** Neighbours are copied together with the comma between them. */
function joined(pieces) {
  const all = [];
  for (const piece of pieces) {
    const [before, comma] = all.slice(-2);
    if (before && comma && comma.text === ',' && before.end === piece.begin - 1) {
      all.splice(-2, 2, { begin: before.begin, end: piece.end });
    } else {
      all.push(piece);
    }
  }
  return all.map(({ begin, end, text }) => (text === undefined ? begin + '-' + end : '"' + text));
}

function partOf(id) {
  if (first.has(id) || (forms.has(id) && diagrams.has(id))) {
    return 'first';
  }
  return forms.has(id) ? 'forms' : diagrams.has(id) ? 'diagrams' : 'rest';
}

for (const [engines] of INSTEAD) {
  if (application.text.split(engines).length !== 2) {
    throw new Error('Not once in the application: ' + engines);
  }
}

const sum = text => createHash('sha256').update(Buffer.from(text, 'latin1')).digest('hex');
writeFileSync(
  target,
  [
    '# Made by src/test/js/split-tasklist.mjs, which says why.',
    ['bundle', BUNDLE, sum(bundle.text), bundle.id],
    ['application', APPLICATION, sum(application.text)],
    ...INSTEAD.map(([engines, ours]) => ['instead', engines, ours]),
    ...Object.entries(parts).map(([part, pieces]) => ['part', part, ...joined(pieces)])
  ]
    .map(line => [].concat(line).join('\t') + '\n')
    .join('')
);
