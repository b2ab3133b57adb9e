import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { beforeEach, test } from 'node:test';
import vm from 'node:vm';

const SCRIPT = readFileSync(new URL('../../main/resources/static/rectify/late-modules.js', import.meta.url));

let page;

/** A page with the engine's runtime, whose parts come when they are let. */
function open(parts) {
  const asked = [];
  const told = [];
  const modules = {};
  const need = id => modules[id]();
  need.m = modules;
  const scripts = [];
  const window = {
    dispatchEvent: event => told.push(event.type),
    webpackChunkcamunda_bpm_webapp: { push: chunk => chunk[2](need) }
  };
  const run = part => Object.assign(modules, parts[part]);
  class XMLHttpRequest {
    open(method, url, later) {
      assert.equal(later, false);
      this.url = url;
    }
    send() {
      asked.push(this.url + ' now');
      const part = this.url.match(/(\w+)\.js$/)[1];
      this.status = parts[part] ? 200 : 503;
      this.responseText = part;
    }
  }
  const document = {
    currentScript: { dataset: { parts: '/kept/1/parts/' }, nonce: 'n1' },
    createElement: () => ({ remove: () => {} }),
    head: {
      append(script) {
        assert.equal(script.nonce, 'n1');
        scripts.push(script);
        if (script.text) {
          run(script.text);
        } else {
          asked.push(script.src);
        }
      }
    },
    querySelector: () => null
  };
  const arrive = part => {
    run(part);
    scripts.filter(script => script.src === `/kept/1/parts/${part}.js`).forEach(script => script.onload());
  };
  const fail = part =>
    scripts.filter(script => script.src === `/kept/1/parts/${part}.js`).forEach(script => script.onerror());
  vm.runInNewContext(SCRIPT, {
    window,
    document,
    XMLHttpRequest,
    Event,
    Promise,
    setInterval: () => 0,
    clearInterval: () => {}
  });
  return { need, asked, told, arrive, fail };
}

class Form {
  constructor(options) {
    this.container = options.container;
  }
  async importSchema(schema) {
    this.schema = schema;
    return 'imported';
  }
  on(event) {
    return event + ' heard in ' + this.container;
  }
}

beforeEach(() => {
  page = open({
    forms: { 11: () => ({ Form }) },
    diagrams: { 22: () => ['$q', () => 'viewer'] },
    rest: { 33: () => 'rare' }
  });
});

test('a form that is opened before its part has come waits for it', async () => {
  const LateForm = page.need.lateForm('forms', 11);
  const form = new LateForm({ container: 'here' });
  const imported = form.importSchema({ id: 's' });
  assert.deepEqual(page.asked, ['/kept/1/parts/forms.js']);

  page.arrive('forms');
  assert.equal(await imported, 'imported');
  assert.equal(form.on('submit'), 'submit heard in here');
});

test('a form that is opened afterwards is the real one', async () => {
  const LateForm = page.need.lateForm('forms', 11);
  const first = new LateForm({}).importSchema({});
  page.arrive('forms');
  await first;
  assert.ok(new LateForm({ container: 'there' }) instanceof Form);
});

test('a part that did not come is told, and asked for again by the next form', async () => {
  const LateForm = page.need.lateForm('forms', 11);
  const first = new LateForm({}).importSchema({});
  page.fail('forms');
  await assert.rejects(first, /没有下载成功/);
  assert.deepEqual(page.told, ['rectify-file-missing']);

  const second = new LateForm({}).importSchema({});
  page.arrive('forms');
  assert.equal(await second, 'imported');
  assert.equal(page.asked.length, 2);
});

test('a diagram that is drawn before its part has come has it at once', () => {
  const [, make] = page.need.directive('diagrams', 22);
  assert.deepEqual(page.asked, []);
  assert.equal(make({ invoke: ([, made]) => made() }), 'viewer');
  assert.deepEqual(page.asked, ['/kept/1/parts/diagrams.js now']);
});

test('a module nobody thought of is found in the rest', () => {
  assert.equal(page.need(33), 'rare');
  assert.deepEqual(page.asked, ['/kept/1/parts/rest.js now']);
  assert.equal(page.need.m.then, undefined);
});
