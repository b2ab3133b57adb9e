import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from './page.mjs';

openPage();

/** A request that remembers what it was sent with. */
class Request extends EventTarget {
  headers = {};

  open(method, url) {
    this.line = method + ' ' + url;
  }

  setRequestHeader(name, value) {
    this.headers[name] = value;
  }

  send(body) {
    this.body = body;
    this.dispatchEvent(new Event('load'));
  }
}

globalThis.XMLHttpRequest = Request;
const { formIn, formSent, taskGone, whenSent, wrongFields } = await import(
  '../../main/resources/static/rectify/engine-insides.js'
);

test('a form is known by where it is sent', () => {
  globalThis.document.querySelector = css => css;
  assert.deepEqual(formSent('POST', '/camunda/api/engine/task/t1/submit-form'), {
    task: 't1',
    container: 'section.task-card .fjs-container'
  });
  assert.deepEqual(formSent('POST', '/api/process-definition/p:1:2/submit-form?x=1'), {
    task: null,
    container: '.modal-content .fjs-container'
  });
  assert.equal(formSent('GET', '/camunda/api/engine/task/t1/submit-form'), null);
  assert.equal(formSent('POST', '/camunda/api/engine/task/t1/claim'), null);
});

test('whoever asked has a say in what is sent, one behind the other', () => {
  const answered = [];
  whenSent((method, address) => method === 'POST' && { body: text => text + '!', headers: { Key: address } });
  whenSent(() => ({ body: text => text + '?', answered: request => answered.push(request.line) }));
  const request = new Request();
  request.open('post', '/task');
  request.send('sent');

  assert.equal(request.body, 'sent!?');
  assert.deepEqual(request.headers, { Key: '/task' });
  assert.deepEqual(answered, ['post /task']);
});

test('a form is found behind its element, wherever in the tree', () => {
  const form = { id: 'f' };
  const service = { props: { value: { getService: name => name === 'form' && form } } };
  assert.equal(formIn({ __k: { __k: [null, { props: {} }, { __k: [service] }] } }), form);
  assert.equal(formIn({ __k: { __k: [] } }), null);
  assert.equal(formIn(null), null);
});

test('fields without a label are not named to anybody', () => {
  const fields = { one: { id: 'one', label: '整改措施' }, two: { id: 'two' } };
  const form = { get: () => ({ get: id => fields[id] }) };
  assert.deepEqual(wrongFields(form, { one: ['x'], two: ['y'], three: ['z'] }), [fields.one]);
});

test('a task that is gone is named by the engine in English', () => {
  assert.equal(taskGone('Cannot get task: No matching task with id ab-12'), 'ab-12');
  assert.equal(taskGone('您没有权限'), null);
});
