import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { answering, openPage } from './page.mjs';

const told = openPage({ cookie: 'a=1; RECTIFY-XSRF-TOKEN=t%3D1; b=2' });
const { ask, newKey, refusal } = await import('../../main/resources/static/rectify/server.js');

beforeEach(() => told.splice(0));

test('a question goes to the product wherever it lies, with the token of its session', async () => {
  const asked = answering(200, '{"unread":3}');
  assert.deepEqual(await ask('GET', '/api/notifications'), { unread: 3 });
  assert.equal(asked[0].url, '/rectify/api/notifications');
  assert.equal(asked[0].headers['X-RECTIFY-XSRF-TOKEN'], 't=1');
  assert.equal(asked[0].headers['Content-Type'], undefined);
});

test('what is done once has a key, and arrives although the page closes', async () => {
  const asked = answering(204, '');
  assert.equal(await ask('POST', '/api/tasks/bulk', { a: 1 }, 'k'), null);
  assert.equal(asked[0].headers['Idempotency-Key'], 'k');
  assert.equal(asked[0].keepalive, true);
  assert.equal(asked[0].body, '{"a":1}');
});

test('a long text is sent all the same, which a browser would not send from a page that closes', async () => {
  const asked = answering(200, '{}');
  await ask('PUT', '/api/tasks/t/draft', { text: '长'.repeat(30000) });
  assert.equal(asked[0].keepalive, false);
});

test('what the server refuses is said in its own words', async () => {
  answering(422, '{"detail":"整改完成日期不能晚于今天。"}');
  await assert.rejects(ask('POST', '/api/x', {}), { message: '整改完成日期不能晚于今天。', status: 422 });
});

test('a server without words of its own is one that did not answer', async () => {
  answering(502, '<html>Bad Gateway</html>');
  await assert.rejects(ask('GET', '/api/x'), { message: /^系统没有响应（502）/, status: 502 });
  assert.match(refusal(401, '').message, /^登录已过期/);
});

test('a session that has ended is told to the page', async () => {
  answering(401, '');
  await assert.rejects(ask('GET', '/api/x'), { status: 401 });
  assert.deepEqual(told, ['rectify-login-ended']);
});

test('a broken line is a matter of the line', async () => {
  globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
  await assert.rejects(ask('GET', '/api/x'), { message: '网络不通，请检查网络后重试。', status: 0 });
});

test('no two keys are the same', () => {
  assert.match(newKey(), /^[0-9a-f]{32}$/);
  assert.notEqual(newKey(), newKey());
});
