// plan_view_data_test.ts: whatever comes from the server can be drawn, and means what it says.
import assert from 'node:assert/strict'
import { test } from 'node:test'

import { extent, fitScale, newAxis, ticksOf, widthOf } from '../src/plan_view/axis'
import { readDay, readPlanView } from '../src/plan_view/data'
import { circles, pictureOf } from '../src/plan_view/graph'
import { barOf, rowsOf } from '../src/plan_view/rows'
import { readState } from '../src/plan_view/state'
import { factsOf, spoken, summary } from '../src/plan_view/words'

/** Reads, lays out and words an answer as the panel does. */
function drawAll(answer: unknown): void {
  const view = readPlanView(answer)
  const { plan } = view
  if (!plan) return
  const days = extent(plan, view.loads, view.today)
  const axis = days ? newAxis(plan, days, 1) : null
  for (const row of rowsOf(plan, new Set())) {
    if (axis) barOf(row.item, row.parent, { ...axis, scale: fitScale(axis, 600) })
    assert.ok(spoken(row.item, plan, plan.gates, { before: [], after: [] }).length > 0)
    factsOf(row.item, plan, plan.gates, { before: [0], after: [] })
  }
  if (axis)
    assert.ok(
      Number.isFinite(widthOf(axis)) && ticksOf({ ...axis, scale: fitScale(axis, 600) }).bottom.length < 2000
    )
  summary(plan)
  pictureOf(plan, true)
}

test('a day is a day, and anything else none', () => {
  assert.equal(readDay('1970-01-01'), 0)
  assert.equal(readDay('1970-02-01'), 31)
  assert.equal(readDay('2026-01-05'), 20458) // 56 years of 365 days, 14 leap days, 4 days
  for (const wrong of [null, undefined, 5, '', '2026', '2026-1-5', {}, []]) assert.equal(readDay(wrong), null)
})

test('no answer breaks the picture', () => {
  const wrong: unknown[] = [null, undefined, 0, -1, 1e300, NaN, '', 'x', [], {}, [null], true, { from: {} }]
  for (const value of wrong) {
    drawAll(value)
    drawAll({ plans: value, loads: value, today: value, workspacePlans: value, uri: value })
    drawAll({ plans: [value], loads: [value] })
    drawAll({
      plans: [{ items: value, edges: value, gates: value, stops: value, checkpoints: value, budget: value }]
    })
    drawAll({
      plans: [
        {
          items: [value, value],
          edges: [value],
          gates: [value],
          stops: [value],
          checkpoints: [value]
        }
      ]
    })
    const item = {
      key: value,
      title: value,
      parent: value,
      from: value,
      to: value,
      fromWeek: value,
      fromDay: value,
      owners: value,
      tasks: value,
      tasksDone: value,
      percent: value,
      slackDays: value,
      budget: [value],
      findings: value,
      range: value
    }
    for (const anchor of ['floating', 'assumed', 'stated', value])
      drawAll({
        plans: [{ anchor, weeks: true, weekOne: value, items: [item, item] }],
        loads: [{ runs: [value, { from: value, load: value }] }]
      })
  }
})

test('an item is its own parent in no answer', () => {
  const { plan } = readPlanView({
    plans: [
      {
        items: [
          { key: 'a', parent: 0 },
          { key: 'b', parent: 0 },
          { key: 'c', parent: 7 },
          { key: 'd', parent: 1 }
        ]
      }
    ]
  })
  assert.deepEqual(
    plan?.items.map((item) => [item.parent, item.depth]),
    [
      [null, 0],
      [0, 1],
      [null, 0],
      [1, 2]
    ]
  )
})

test('a plan on days of its own has no place for dates', () => {
  const { plan, loads } = readPlanView({
    plans: [
      {
        path: 'p',
        anchor: 'floating',
        weeks: true,
        items: [
          { key: 'a', from: null, to: null, fromWeek: 2, toWeek: 3, fromDay: 8, toDay: 21 },
          { key: 'b', from: '2026-03-01', to: '2026-03-02', fromWeek: null, toWeek: null }
        ]
      }
    ],
    loads: [
      { name: 'Ada', plan: 'p', capacity: 1, runs: [{ fromWeek: 2, toWeek: 3, load: 1, items: ['x'] }] }
    ]
  })
  assert.equal(plan?.floating, true)
  assert.deepEqual(
    plan?.items.map((item) => [item.from, item.to]),
    [
      [7, 20],
      [null, null]
    ]
  )
  assert.deepEqual(
    loads[0]?.runs.map((run) => [run.from, run.to]),
    [[7, 20]]
  )
})

test('circles are found, however long the chain', () => {
  const items = (count: number) => Array.from({ length: count }, (_, index) => ({ key: `k${index}` }))
  const plan = readPlanView({
    plans: [
      {
        items: items(5),
        edges: [
          { waits: 1, for: 0 },
          { waits: 2, for: 1 },
          { waits: 1, for: 2 },
          { waits: 3, for: 2 },
          { waits: 4, for: 4 }
        ]
      }
    ]
  }).plan
  const found = circles(plan!)
  assert.equal(found[0], -1)
  assert.ok(found[1] !== -1 && found[1] === found[2])
  assert.equal(found[3], -1)
  assert.ok(found[4] !== -1 && found[4] !== found[1])
  const long = readPlanView({
    plans: [{ items: items(20000), edges: items(19999).map((_, at) => ({ waits: at + 1, for: at })) }]
  }).plan
  assert.ok(circles(long!).every((one) => one === -1))
})

test('what was kept is made whole', () => {
  assert.deepEqual(readState(null), readState(undefined))
  assert.deepEqual(readState({ tab: 'owners', scale: -3, closed: ['a', 5], follow: false, legend: 1 }), {
    uri: '',
    tab: 'owners',
    closed: ['a'],
    scale: null,
    zoom: null,
    follow: false,
    legend: true
  })
})
