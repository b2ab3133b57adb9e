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
  ['y=n(1634),b=n(18686),E=n(85562)', 'y=n.directive("diagrams",1634),b=n.directive("rest",18686),E=n.directive("rest",85562)'],
  ['p=n(57661).Form', 'p=n.lateForm("forms",11306)']
];
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
    ? Array.from(source.matchAll(new RegExp('(?<![\\w$.])' + need.replace('$', '\\$') + '\\((\\d+)\\)', 'g')), found => found[1])
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
const parts = { first: [], forms: [], diagrams: [], rest: [] };
for (const [id, { begin, end }] of bundle.modules) {
  const ranges = parts[partOf(id)];
  // neighbours are copied together with the comma between them
  if (ranges.length && ranges[ranges.length - 1].end === begin - 1) {
    ranges[ranges.length - 1].end = end;
  } else {
    ranges.push({ begin, end });
  }
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
    `bundle ${BUNDLE} ${sum(bundle.text)} ${bundle.id}`,
    `application ${APPLICATION} ${sum(application.text)}`,
    ...INSTEAD.map(([engines, ours]) => `instead ${engines} ${ours}`),
    ...Object.entries(parts).map(([part, ranges]) => `part ${part} ${ranges.map(({ begin, end }) => begin + '-' + end).join(',')}`),
    ''
  ].join('\n')
);
