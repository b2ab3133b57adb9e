import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { dateTime, day, moment, month } from '../../main/resources/static/rectify/dates.js';
import { readNumber } from '../../main/resources/static/rectify/typed-number.js';

const SENT = JSON.parse(readFileSync(new URL('../resources/sent/numbers.json', import.meta.url), 'utf8'));

test('a day is told as people write it', () => {
  assert.equal(day('2026-03-09'), '2026年3月9日');
  assert.equal(day('2026-03-09T08:00:00+08:00'), '2026年3月9日');
  assert.equal(day(null), '');
});

test('the end of a day is the day, another minute is told', () => {
  assert.equal(dateTime('2026-03-09T23:59:00+08:00'), '2026年3月9日');
  assert.equal(moment('2026-11-10T08:05:00+08:00'), '2026年11月10日 08:05');
  assert.equal(month('2026-03'), '2026年3月');
});

test('a number is read as on the server', () => {
  assert.ok(SENT.length > 10);
  for (const { typed, value } of SENT) {
    assert.equal(readNumber(typed).value, value === undefined ? null : value, typed);
  }
});
