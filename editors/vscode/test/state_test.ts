// state_test.ts: a plan's state in the status bar, and what is next as a page.
import assert from 'node:assert/strict'
import { test } from 'node:test'

import { nextPage } from '../src/commands/next_page'
import { withoutDoubles, type Found } from '../src/doubles'
import { saysProgress } from '../src/hints'
import { findingsIn, nextGate, shownDay, stateOf, type Plan } from '../src/status/state'

const gate = (title: string, to: string | null, gateOpen: number) => ({ title, to, toWeek: null, gate: 'open', gateOpen })
const plan: Plan = {
  title: 'Orchard [2]',
  items: [gate('Late', '2026-09-01', 1), gate('Soon', '2026-03-02', 2), gate('Past', '2026-01-05', 1), gate('Met', '2026-02-02', 0)],
  tasks: 6,
  tasksDone: 2
}

test('the next gate is the first open one that is not over', () => {
  assert.equal(nextGate(plan, '2026-02-16')?.title, 'Soon')
  assert.equal(nextGate({ ...plan, items: [gate('Past', '2026-01-05', 1)] }, '2026-02-16')?.title, 'Past')
  assert.equal(nextGate({ ...plan, items: [] }, '2026-02-16'), undefined)
})

test('the state in words', () => {
  const state = stateOf(plan, { errors: 1, warnings: 2 }, '2026-02-16')
  assert.equal(state.text, '$(project) 2/6 tasks $(error) 3')
  assert.equal(state.severity, 'error')
  assert.match(state.tooltip, /^\*\*Orchard \\\[2\\\]\*\*\n\n2 of 6 tasks done\n\n4 items\n\n1 error, 2 warnings\n/)
  assert.match(state.tooltip, /Next gate: Soon \(2 Mar\), 2 open/)
  assert.equal(stateOf({ ...plan, tasks: 0 }, { errors: 0, warnings: 0 }, '2026-02-16').text, '$(project) 4 items')
  assert.equal(findingsIn({ errors: 0, warnings: 0 }), 'no findings')
  assert.equal(shownDay('2027-03-02', '2026-02-16'), '2 Mar 2027')
})

test('what is next as a page', () => {
  const entry = {
    path: 'plan.md', range: { start: { line: 7 } }, turn: 'now', kind: 'task', name: 'Paint | sand', item: 'Room',
    owners: null, due: null, week: 3, waitsFor: ['Wood']
  }
  assert.match(nextPage({ next: [entry] }), /## Now\n\n.*\n.*\n\| Paint \\\| sand \| Room \|  \| week 3 \| Wood \| plan\.md:7 \|/)
  assert.equal(nextPage({ next: [] }), 'Nothing is open here.\n')
})

test('what others have found is not listed again', () => {
  const at = (uri: string, line: number): Found => ({ uri: { toString: () => uri }, range: { start: { line } } })
  const left = withoutDoubles([at('a', 1), at('a', 2), at('b', 1)], [at('a', 1)], (one) => one)
  assert.deepEqual(left.map((one) => `${one.uri.toString()}${one.range.start.line}`), ['a2', 'b1'])
})

test('a hint that repeats the lens is known', () => {
  assert.equal(saysProgress('2/6'), true)
  assert.equal(saysProgress('2 Jan – 22 Jan'), false)
  assert.equal(saysProgress('= $240K'), false)
})
