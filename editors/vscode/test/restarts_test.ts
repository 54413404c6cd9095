// restarts_test.ts: a server that dies is started again, later and later, and not for ever.
import assert from 'node:assert/strict'
import { test } from 'node:test'

import { Restarts } from '../src/server/restarts'

test('the first start is at once, the next ones wait longer, the sixth is none', () => {
  const restarts = new Restarts()
  const pauses = [0, 1, 2, 3, 4, 5].map((second) => restarts.died(second * 1000))
  assert.deepEqual(pauses, [0, 1000, 2000, 4000, 8000, undefined])
})

test('what died long ago does not count', () => {
  const restarts = new Restarts()
  for (let minute = 0; minute < 60; minute++) assert.notEqual(restarts.died(minute * 60_000), undefined)
})

test('a restart by hand forgets', () => {
  const restarts = new Restarts()
  for (let i = 0; i < 6; i++) restarts.died(i)
  restarts.forget()
  assert.equal(restarts.died(7), 0)
})
