// plan_view_layout_test.ts: where things stand in the plan view, by arithmetic of the reader's own.
import assert from 'node:assert/strict'
import { test } from 'node:test'

import { extent, fitScale, newAxis, ticksOf, xOf } from '../src/plan_view/axis'
import type { Axis } from '../src/plan_view/axis'
import { readDay, readPlanView } from '../src/plan_view/data'
import type { Plan } from '../src/plan_view/data'
import { dateSpan, duration, longDate, monday } from '../src/plan_view/dates'
import { nearest } from '../src/plan_view/dependencies'
import { linkPath, pathThrough, pictureOf } from '../src/plan_view/graph'
import { blocksOf, ceilingOf, itemOfRun, peakOf } from '../src/plan_view/load'
import { indexAfter, indexByLetter } from '../src/plan_view/roving'
import { barOf, gateLook, neighboursOf, rowFor, rowsOf, stateOf } from '../src/plan_view/rows'
import { money, shortTime, slackWords, summary, timeWords } from '../src/plan_view/words'

const day = (text: string): number => readDay(text) ?? assert.fail(text)

function planOf(items: object[], more: object = {}): Plan {
  const full = items.map((item, index) => ({ key: `k${index}`, title: `T${index}`, ...item }))
  return readPlanView({ plans: [{ anchor: 'stated', items: full, ...more }] }).plan ?? assert.fail()
}

const axis = (from: string, to: string, scale: number, weekOne: string | null = null): Axis => ({
  from: day(from),
  to: day(to),
  scale,
  floating: false,
  weekOne: weekOne === null ? null : day(weekOne)
})

test('dates in words', () => {
  assert.equal(longDate(day('2026-01-05')), 'Mon 5 Jan 2026')
  assert.equal(dateSpan(day('2026-01-05'), day('2026-02-01')), '5 Jan – 1 Feb 2026')
  assert.equal(dateSpan(day('2025-12-29'), day('2026-01-04')), '29 Dec 2025 – 4 Jan 2026')
  assert.equal(monday(day('2026-01-04')), day('2025-12-29'))
  assert.equal(monday(day('2026-01-05')), day('2026-01-05'))
  assert.deepEqual([14, 10, 1, -7, 0].map(duration), ['2 weeks', '10 days', '1 day', '−1 week', '0 days'])
})

test('the axis begins on a Monday and holds the items, their slack, today when it is near', () => {
  const plan = planOf([
    { from: '2026-01-07', to: '2026-01-20', slackDays: 3 },
    { from: null, to: '2026-02-01' }
  ])
  assert.deepEqual(extent(plan, [], null), [day('2026-01-07'), day('2026-02-02')])
  assert.deepEqual(extent(plan, [], day('2026-02-10')), [day('2026-01-07'), day('2026-02-11')])
  assert.deepEqual(extent(plan, [], day('2027-02-10')), [day('2026-01-07'), day('2026-02-02')])
  const one = newAxis(plan, [day('2026-01-07'), day('2026-02-02')], 10)
  assert.equal(one.from, day('2026-01-05'))
  assert.equal(one.to, day('2026-02-09')) // two days of room and the rest of the week
  assert.equal(fitScale(one, 350), 10)
  assert.equal(xOf(one, day('2026-01-15')), 100)
})

test('today has no place where no start is stated', () => {
  const plan = planOf([{ from: '2026-01-07', to: '2026-01-20' }], { anchor: 'assumed' })
  assert.deepEqual(extent(plan, [], day('2026-02-10')), [day('2026-01-07'), day('2026-01-21')])
})

const labels = (ticks: { label: string }[]) => ticks.map((tick) => tick.label).filter(Boolean)

test('what is written along the top fits the scale', () => {
  const days = ticksOf(axis('2026-01-26', '2026-02-09', 20))
  assert.deepEqual(labels(days.top), ['Jan 2026', 'Feb 2026'])
  assert.equal(days.bottom.length, 14)
  assert.equal(days.bottom[6]?.label, '1')
  assert.equal(days.bottom[6]?.x, 120)
  const weeks = ticksOf(axis('2026-01-05', '2026-03-02', 6, '2026-01-12'))
  assert.deepEqual(labels(weeks.bottom), ['W1', 'W2', 'W3', 'W4', 'W5', 'W6', 'W7'])
  assert.equal(weeks.bottom.find((tick) => tick.label === 'W1')?.x, 42)
  const months = ticksOf(axis('2026-01-05', '2027-01-04', 1))
  assert.deepEqual(labels(months.top), ['2026'])
  assert.deepEqual(labels(months.bottom).slice(0, 3), ['Jan', 'Feb', 'Mar'])
  const quarters = ticksOf(axis('2026-01-05', '2028-01-03', 0.5))
  assert.deepEqual(labels(quarters.bottom).slice(0, 5), ['Q1', 'Q2', 'Q3', 'Q4', 'Q1'])
  const years = ticksOf(axis('1990-01-01', '2090-01-02', 0.02))
  assert.ok(labels(years.bottom).length >= 5 && labels(years.bottom).length <= 20)
})

test('weeks of no calendar are numbered', () => {
  const ticks = ticksOf({ from: 0, to: 42, scale: 6, floating: true, weekOne: 0 })
  assert.deepEqual(labels(ticks.bottom), ['W1', 'W2', 'W3', 'W4', 'W5', 'W6'])
  assert.equal(ticks.bottom[2]?.x, 84)
})

test('a bar stands on its days', () => {
  const plan = planOf([
    { from: '2026-01-05', to: '2026-01-11', tasks: 4, tasksDone: 1, slackDays: 7 },
    { from: '2026-01-08', to: null },
    { from: null, to: '2026-01-20', kind: 'milestone' },
    { from: null, to: '2026-01-20' },
    { from: '2026-01-20', to: '2026-01-10' },
    {}
  ])
  const scale = axis('2026-01-05', '2026-02-02', 10)
  const [whole, open, point, begun, backwards, nothing] = plan.items.map((item) => barOf(item, false, scale))
  assert.deepEqual(whole, {
    shape: 'bar',
    x: 0,
    width: 70,
    progress: 0.25,
    openStart: false,
    openEnd: false,
    slack: 70
  })
  assert.deepEqual([open?.x, open?.width, open?.openEnd], [30, 250, true])
  assert.deepEqual([point?.shape, point?.x, point?.width], ['milestone', 150, 10])
  assert.deepEqual([begun?.x, begun?.width, begun?.openStart], [0, 160, true])
  assert.equal(backwards, null)
  assert.equal(nothing, null)
})

test('closed items hide what lies in them, and stand for it', () => {
  const plan = planOf([{}, { parent: 0 }, { parent: 1 }, { parent: 0 }, {}])
  assert.deepEqual(
    rowsOf(plan, new Set()).map((row) => [row.item.index, row.parent, row.position, row.siblings]),
    [
      [0, true, 1, 2],
      [1, true, 1, 2],
      [2, false, 1, 1],
      [3, false, 2, 2],
      [4, false, 2, 2]
    ]
  )
  const closed = rowsOf(plan, new Set(['k0']))
  assert.deepEqual(
    closed.map((row) => row.item.index),
    [0, 4]
  )
  assert.equal(rowFor(plan, closed, 2), 0)
  assert.equal(rowFor(plan, closed, 4), 1)
})

test('what an item is now, and its gate', () => {
  const states = [
    { state: 'done' },
    { state: 'deferred' },
    { tasks: 2, tasksDone: 2 },
    { tasks: 2, tasksDone: 1 },
    { state: 'blocked' },
    {}
  ]
  assert.deepEqual(planOf(states).items.map(stateOf), ['done', 'off', 'done', 'doing', 'blocked', 'todo'])
  const gate = { title: '', range: null, item: 0, entry: false, criteria: 2, open: 1 }
  assert.deepEqual(
    ['met', 'unmet', 'not started', 'blocked', 'self-blocking', 'not stated', ''].map((state) =>
      gateLook({ ...gate, state })
    ),
    ['met', 'unmet', 'unmet', 'stuck', 'stuck', 'unsaid', 'unsaid']
  )
})

test('arrows go along a row and then into the other bar', () => {
  assert.equal(linkPath(100, 15, { x: 140, y: 35 }, 30), 'M100 15H140V35')
  assert.equal(linkPath(100, 15, { x: 60, y: 35 }, 30), 'M100 15H106V30H60V35')
  assert.equal(linkPath(100, 75, { x: 60, y: 25 }, 30), 'M100 75H106V60H60V25')
  assert.equal(pathThrough([]), '')
  assert.equal(
    pathThrough([
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 20, y: 10 }
    ]),
    'M0 0Q10 0 15 5L20 10'
  )
})

test('what waits stands behind what it waits for', () => {
  const plan = planOf([{}, {}, {}, {}], {
    edges: [
      { waits: 1, for: 0 },
      { waits: 2, for: 1 },
      { waits: 2, for: 1 }
    ]
  })
  const across = pictureOf(plan, true)
  assert.deepEqual(
    across.nodes.map((node) => node.item),
    [0, 1, 2]
  )
  const x = across.nodes.map((node) => node.x)
  assert.ok((x[0] ?? 0) + 176 < (x[1] ?? 0) && (x[1] ?? 0) + 176 < (x[2] ?? 0))
  assert.equal(across.alone, 1)
  assert.equal(across.links.length, 2)
  const down = pictureOf(plan, false).nodes.map((node) => node.y)
  assert.ok((down[0] ?? 0) + 52 < (down[1] ?? 0) && (down[1] ?? 0) + 52 < (down[2] ?? 0))
  assert.deepEqual(neighboursOf(plan)[1], { before: [0], after: [2] })
})

test('load is drawn under and over what somebody can carry', () => {
  const scale = axis('2026-01-05', '2026-02-02', 10)
  const load = {
    name: 'Ada',
    role: '',
    capacity: 1,
    owned: 2,
    own: false,
    runs: [
      { from: day('2026-01-05'), to: day('2026-01-11'), load: 1, items: ['T0'] },
      { from: day('2026-01-12'), to: day('2026-01-18'), load: 1.5, items: ['T0', 'T1'] }
    ]
  }
  const ceiling = ceilingOf([load])
  assert.equal(ceiling, 1.5)
  assert.deepEqual(
    blocksOf(load, scale, ceiling, 30).map(({ x, width, height, over }) => [x, width, height, over]),
    [
      [0, 70, 20, 0],
      [70, 70, 30, 10]
    ]
  )
  assert.equal(peakOf(load), 1)
  const plan = planOf([
    { owners: ['Bo'], title: 'T0' },
    { owners: ['Ada'], title: 'T1' }
  ])
  assert.equal(itemOfRun(plan, load, load.runs[1]!)?.title, 'T1')
})

test('keys lead somewhere and stop at the ends', () => {
  assert.deepEqual(
    ['ArrowDown', 'ArrowUp', 'End', 'Home', 'PageDown', 'x'].map((key) => indexAfter(key, 2, 5, 10)),
    [3, 1, 4, 0, 4, null]
  )
  assert.equal(indexAfter('ArrowDown', 4, 5, 10), 4)
  assert.equal(indexAfter('Home', 0, 0, 10), null)
  assert.equal(indexByLetter(['Alpha', 'beta', 'Bravo'], 1, 'b'), 2)
  assert.equal(indexByLetter(['Alpha', 'beta', 'Bravo'], 2, 'b'), 1)
  assert.equal(indexByLetter(['Alpha'], 0, 'z'), null)
  const boxes = [
    { x: 0, y: 0 },
    { x: 100, y: 10 },
    { x: 100, y: 90 },
    { x: 0, y: 80 }
  ]
  assert.deepEqual(
    ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'a'].map((key) => nearest(boxes, 0, key)),
    [1, 3, null, null]
  )
})

test('words', () => {
  const plan = planOf(
    [
      { from: '2026-01-05', to: '2026-01-18', fromWeek: 1, toWeek: 2, slackDays: 14 },
      { to: '2026-03-01' },
      { when: 'soon' },
      { slackDays: -3 }
    ],
    {
      tasks: 4,
      tasksDone: 1,
      budget: [
        { amount: 15000, currency: 'USD' },
        { amount: 2, min: 1, max: null, currency: 'CHF', per: 'month' }
      ]
    }
  )
  assert.deepEqual(
    plan.items.map((item) => timeWords(item, plan)),
    ['5 Jan – 18 Jan 2026 (weeks 1–2)', 'by Sun 1 Mar 2026', 'soon', 'no time stated']
  )
  assert.deepEqual(
    plan.items.map((item) => shortTime(item, plan)),
    ['W1–2', 'by 1 Mar', 'soon', '']
  )
  assert.deepEqual(plan.items.map(slackWords), [
    'slack 2 weeks',
    '',
    '',
    '3 days too late for what waits for it'
  ])
  assert.equal(summary(plan), '5 Jan – 1 Mar 2026 · 8 weeks · 1/4 tasks · $15K + CHF 1 or more per month')
  assert.equal(money({ amount: 1500000, currency: 'EUR', per: '', approx: true }), '~€1.5M')
})
