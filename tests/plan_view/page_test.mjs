// page_test.mjs: the plan view draws what the real server says of plans, where it says it, for eyes, hands and ears.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'

import { Panel, startBrowser } from './panel.mjs'
import { planView } from './server.mjs'
import { themeNames } from './themes.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const read = (name) => readFileSync(join(here, 'plans', name), 'utf8')
const answerTo = (text) => planView(process.env.PLANLS_TEST_BINARY, { 'plan.md': text })

let browser, harbour, weeks, plain
before(async () => {
  browser = await startBrowser()
  harbour = await answerTo(read('harbour.md'))
  weeks = await answerTo(read('weeks.md'))
  plain = await answerTo(read('plain.md'))
  harbour.today = '2026-11-18' // whatever day the test runs on
})
after(() => browser?.close())

async function withPanel(answer, options, run) {
  const panel = await Panel.open(browser, options)
  try {
    if (answer) await panel.draw(answer)
    await run(panel)
    assert.deepEqual(panel.problems, [])
  } finally {
    await panel.close()
  }
}

const items = (answer) => answer.plans[0].items
const item = (answer, title) => items(answer).find((one) => one.title.includes(title)) ?? assert.fail(title)
const DAY = 86_400_000
const days = (from, to) => (Date.parse(to) - Date.parse(from)) / DAY
const near = (a, b, what) => assert.ok(Math.abs(a - b) < 1.2, `${what}: ${a} is not ${b}`)
const bar = (key) => `[data-key=${JSON.stringify(key)}] .bar .bar-shape`

for (const width of [1100, 420])
  test(`bars, today, slack and gates stand on their days, ${width} wide`, () =>
    withPanel(harbour, { width }, async (panel) => {
      const survey = await panel.box(bar(item(harbour, 'Survey').key))
      const cranes = await panel.box(bar(item(harbour, 'Cranes').key))
      // Survey begins on 5 October, Cranes on 7 December: nine weeks.
      assert.equal(days('2026-10-05', '2026-12-07'), 63)
      const perDay = (cranes.left - survey.left) / 63
      const x = (date) => survey.left + days('2026-10-05', date) * perDay
      let seen = 0
      for (const one of items(harbour)) {
        if (!one.from || !one.to) continue
        const box = await panel.box(bar(one.key))
        near(box.left, x(one.from), `${one.title} begins`)
        near(box.right, x(one.to) + perDay, `${one.title} ends`)
        seen++
      }
      assert.ok(seen >= 7)
      const today = await panel.box('.grid .today')
      near(today.middle, x('2026-11-18') + perDay / 2, 'today')
      const opening = await panel.box(bar(item(harbour, 'Opening').key))
      near(opening.middle, x('2027-01-18') + perDay / 2, 'the milestone')
      const north = item(harbour, 'North')
      assert.equal(north.slackDays, 14)
      const slack = await panel.box(`[data-key=${JSON.stringify(north.key)}] .slack`)
      near(slack.right, x(north.to) + 15 * perDay, 'slack')
      const gate = await panel.box(`[data-key=${JSON.stringify(item(harbour, 'Survey').key)}] .gate.met`)
      assert.ok(gate.left >= survey.right && gate.left < survey.right + 8)
      assert.equal(await panel.page.locator('.gate.unmet').count() >= 1, true)
      const progress = await panel.box(`[data-key=${JSON.stringify(north.key)}] .progress`)
      const whole = await panel.box(bar(north.key))
      near(progress.right - progress.left, ((whole.right - whole.left) * 2) / 3, 'two of three tasks')
    }))

test('weeks that hang on no date are weeks, and today has no line', () =>
  withPanel({ ...weeks, today: '2026-02-02' }, {}, async (panel) => {
    const mow = await panel.box(bar(item(weeks, 'Mow').key))
    const beds = await panel.box(bar(item(weeks, 'Count').key))
    near((mow.right - mow.left) / 2, (beds.right - beds.left) / 3, 'a week')
    near(beds.left, mow.right, 'the next begins')
    assert.equal(await panel.page.locator('.grid .today').count(), 0)
    assert.match(await panel.page.locator('.axis').innerText(), /W2/)
    assert.match(await panel.page.locator('.footer').innerText(), /hang on no date/)
  }))

test('a click, Enter and Space ask for the place in the text', () =>
  withPanel(harbour, {}, async (panel) => {
    const cranes = item(harbour, 'Cranes')
    await panel.sent()
    await panel.row(cranes.key).click()
    assert.deepEqual(await panel.sent(), [{ type: 'jump', uri: harbour.uri, range: cranes.range, stay: false }])
    await panel.row(items(harbour)[0].key).focus()
    await panel.key('ArrowDown')
    await panel.key('ArrowDown')
    await panel.key('Enter')
    await panel.key('Space')
    const north = item(harbour, 'North')
    assert.deepEqual((await panel.sent()).map((one) => [one.range, one.stay]), [[north.range, false], [north.range, true]])
    assert.equal(await panel.page.evaluate(() => document.activeElement.dataset.key), north.key)
  }))

test('the tree closes, opens and is walked with the keyboard alone', () =>
  withPanel(harbour, {}, async (panel) => {
    const focused = () => panel.page.evaluate(() => document.activeElement.dataset.key)
    const [walls, north] = [item(harbour, 'Quay'), item(harbour, 'North')]
    // From the tools one Tab comes to the tree, whichever row it was.
    await panel.page.focus('.tool.legend')
    await panel.key('Tab')
    assert.equal(await focused(), items(harbour)[0].key)
    await panel.key('q')
    assert.equal(await focused(), walls.key)
    await panel.key('ArrowLeft')
    assert.equal(await panel.row(walls.key).getAttribute('aria-expanded'), 'false')
    assert.equal(await panel.row(north.key).count(), 0)
    assert.equal(await focused(), walls.key)
    await panel.key('ArrowRight')
    await panel.key('ArrowRight')
    assert.equal(await focused(), north.key)
    await panel.key('ArrowLeft')
    assert.equal(await focused(), walls.key)
    await panel.key('End')
    assert.equal(await focused(), items(harbour).at(-1).key)
    assert.equal(await panel.page.locator('[role=treeitem][tabindex="0"]').count(), 1)
  }))

test('the row of the text’s cursor is marked, also where it is far down or closed in', async () => {
  const many = await answerTo(
    `---\nstart: 2026-01-05\n---\n# Many\n\n${Array.from({ length: 400 }, (_, at) => `## Initiative: Part ${at} of it\n\n- **Owner:** Ada\n- **Timeline:** Weeks ${1 + (at % 50)}–${3 + (at % 50)}\n`).join('\n')}`
  )
  await withPanel(many, { height: 400 }, async (panel) => {
    const far = items(many)[350]
    await panel.tell({ type: 'cursor', key: far.key })
    assert.equal(await panel.row(far.key).getAttribute('aria-selected'), 'true')
    const box = await panel.row(far.key).boundingBox()
    assert.ok(box.y > 60 && box.y + box.height <= 400, `row at ${box.y}`)
    await panel.tell({ type: 'cursor', key: null })
    assert.equal(await panel.page.locator('.row.current').count(), 0)
  })
  await withPanel(harbour, {}, async (panel) => {
    const walls = item(harbour, 'Quay')
    await panel.row(walls.key).locator('.twisty').click()
    await panel.tell({ type: 'cursor', key: item(harbour, 'South').key })
    assert.equal(await panel.row(walls.key).getAttribute('aria-selected'), 'true')
  })
})

test('an edit changes the picture and leaves focus, place and zoom alone', () =>
  withPanel(harbour, { height: 420 }, async (panel) => {
    await panel.key('+')
    await panel.key('+')
    const walls = item(harbour, 'Quay')
    await panel.row(walls.key).focus()
    await panel.page.evaluate(() => document.querySelector('.scroller').scrollTo(150, 40))
    const before = await panel.page.evaluate(() => [document.querySelector('.scroller').scrollLeft, document.querySelector('.canvas').offsetWidth])
    const changed = structuredClone(harbour)
    item(changed, 'Quay').title = 'Quay walls and stairs'
    await panel.draw(changed)
    assert.match(await panel.row(walls.key).innerText(), /stairs/)
    assert.equal(await panel.page.evaluate(() => document.activeElement.dataset.key), walls.key)
    assert.deepEqual(await panel.page.evaluate(() => [document.querySelector('.scroller').scrollLeft, document.querySelector('.canvas').offsetWidth]), before)
  }))

test('the dependency picture: who waits stands after whom it waits for; arrows walk, Enter jumps', () =>
  withPanel(harbour, { width: 1000 }, async (panel) => {
    await panel.tab('dependencies')
    const at = (title) => panel.row(item(harbour, title).key).boundingBox()
    const [survey, walls, cranes] = [await at('Survey'), await at('Quay'), await at('Cranes')]
    assert.ok(survey.x + survey.width < walls.x && walls.x + walls.width < cranes.x)
    assert.equal(await panel.page.locator('.links .link').count(), harbour.plans[0].edges.length)
    await panel.row(item(harbour, 'Survey').key).focus()
    await panel.key('ArrowRight')
    await panel.sent()
    await panel.key('Enter')
    assert.deepEqual((await panel.sent())[0].range, item(harbour, 'Quay').range)
    assert.match(await panel.spoken(panel.row(item(harbour, 'Quay').key)), /waits for 1 item/)
  }))

test('owner load: as high as the share says, too much is said in words', () =>
  withPanel(harbour, { width: 1000 }, async (panel) => {
    await panel.tab('owners')
    const zoe = harbour.loads.findIndex((load) => load.name === 'Zoë')
    const row = panel.page.locator('.person').nth(zoe)
    assert.match(await panel.spoken(row), /^Zoë, Engineer, at most \d+ % of 100 %, too much in /)
    const runs = harbour.loads[zoe].runs
    assert.equal(await row.locator('.run').count(), runs.length)
    const high = await row.locator('.run.over').first().boundingBox()
    const full = await row.locator('.run:not(.over)').first().boundingBox()
    near(high.height, full.height * 2, '200 %')
    await row.focus()
    await panel.sent()
    await panel.key('Enter')
    const [jump] = await panel.sent()
    assert.ok(items(harbour).some((one) => JSON.stringify(one.range) === JSON.stringify(jump.range) && one.owners.includes('Zoë')))
    await panel.key('ArrowLeft')
    assert.match(await panel.page.locator('.voice').innerText(), /^Zoë: \d+ %/)
  }))

test('a pointer that rests on a row is told more, until Escape', () =>
  withPanel(harbour, {}, async (panel) => {
    await panel.row(item(harbour, 'Quay').key).hover()
    const tooltip = panel.page.locator('.tooltip')
    await tooltip.waitFor({ state: 'visible' })
    const text = await tooltip.innerText()
    for (const part of ['Quay walls', '2 Nov – 6 Dec 2026 (weeks 5–9)', 'Zoë, Marta', '2 of 5 done', '$150K', 'Survey and permits', 'critical'])
      assert.ok(text.includes(part), `${part} in ${text}`)
    await panel.key('Escape')
    await tooltip.waitFor({ state: 'hidden' })
  }))

for (const theme of themeNames)
  test(`nothing that an accessibility checker knows is wrong, ${theme}`, () =>
    withPanel(harbour, { theme, width: 900 }, async (panel) => {
      for (const tab of ['timeline', 'dependencies', 'owners']) {
        await panel.tab(tab)
        await panel.tell({ type: 'cursor', key: items(harbour)[1].key })
        assert.deepEqual(await panel.complaints(), [], tab)
      }
      await panel.tell({ type: 'absent', why: 'none' })
      assert.deepEqual(await panel.complaints(), [])
    }))

test('nothing sticks out of a panel of any width', async () => {
  for (const width of [260, 400, 559, 560, 800, 1200])
    await withPanel(harbour, { width }, async (panel) => {
      for (const tab of ['timeline', 'dependencies', 'owners']) {
        await panel.tab(tab)
        const wide = await panel.page.evaluate(() => [document.body.scrollWidth, ...[...document.querySelectorAll('header, .footer, .panel')].map((one) => Math.round(one.getBoundingClientRect().right))])
        assert.ok(Math.max(...wide) <= width, `${tab} at ${width}: ${wide}`)
      }
    })
})

test('where there is nothing to draw, that is said, and what to do', async () => {
  await withPanel(null, {}, async (panel) => {
    assert.deepEqual(await panel.sent(), [{ type: 'ready', uri: '', follow: true }])
    const text = () => panel.page.locator('main').innerText()
    assert.match(await text(), /Reading the plan/)
    await panel.draw({ uri: 'file:///x.md', plans: [], loads: [], workspacePlans: [] })
    assert.match(await text(), /There is no plan here yet/)
    await panel.draw({ uri: 'file:///x.md', plans: [], workspacePlans: [{ uri: 'file:///plan.md', path: 'plan.md', title: 'The plan' }] })
    await panel.page.getByRole('button', { name: 'The plan' }).click()
    assert.deepEqual((await panel.sent()).at(-1), { type: 'open', uri: 'file:///plan.md' })
    await panel.tell({ type: 'absent', why: 'stopped' })
    await panel.page.getByRole('button', { name: 'Restart Server' }).click()
    assert.deepEqual((await panel.sent()).at(-1), { type: 'restart' })
  })
  await withPanel(plain, {}, async (panel) => {
    assert.equal(await panel.page.locator('[role=treeitem]').count(), 2)
    assert.match(await panel.page.locator('.footer').innerText(), /No item says when it is/)
    await panel.tab('dependencies')
    assert.match(await panel.page.locator('.panel').innerText(), /Nothing waits for anything/)
    await panel.tab('owners')
    assert.match(await panel.page.locator('.panel').innerText(), /Nobody/)
    assert.deepEqual(await panel.complaints(), [])
  })
})

/** The same numbers on every run. */
function random(seed) {
  let state = seed
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return Math.floor((state / 2147483648) * below)
  }
}

/** Replaces, removes or doubles something somewhere in an answer. */
function spoil(value, pick) {
  const wrong = [null, -1, 1e12, '', 'x'.repeat(500), [], {}, true, '2026-99-99', '0000-01-01', '9999-12-31', 0.5]
  let at = value
  for (let depth = 0; depth < 8; depth++) {
    const keys = Object.keys(at)
    if (keys.length === 0) return
    const key = keys[pick(keys.length)]
    if (typeof at[key] !== 'object' || at[key] === null || pick(4) === 0) {
      if (Array.isArray(at) && pick(2)) at.splice(Number(key), pick(2), at[key])
      else at[key] = wrong[pick(wrong.length)]
      return
    }
    at = at[key]
  }
}

test('no spoilt answer breaks the page', () =>
  withPanel(null, {}, async (panel) => {
    const pick = random(20261)
    for (let turn = 0; turn < 250; turn++) {
      const answer = structuredClone([harbour, weeks, plain][pick(3)])
      for (let changes = 1 + pick(6); changes > 0; changes--) spoil(answer, pick)
      await panel.draw(answer)
      await panel.tell({ type: 'cursor', key: items(harbour)[pick(5)].key })
      const tab = ['timeline', 'dependencies', 'owners'][pick(3)]
      await panel.page.evaluate((name) => document.getElementById(`tab-${name}`)?.click(), tab)
      assert.deepEqual(panel.problems, [], JSON.stringify(answer).slice(0, 2000))
    }
    for (const message of [null, 5, {}, { type: 'x' }, { type: 'plan' }, { type: 'absent', why: 'x' }, { type: 'cursor', key: {} }]) await panel.tell(message)
    await panel.draw(harbour)
    await panel.tab('timeline')
    assert.equal(await panel.page.locator('[role=treeitem]').count(), items(harbour).length)
  }))

test('how it is looked at is kept while it is hidden', async () => {
  let kept
  await withPanel(harbour, {}, async (panel) => {
    await panel.row(item(harbour, 'Quay').key).locator('.twisty').click()
    await panel.key('+')
    await panel.tab('owners')
    await panel.page.click('.tool.follow')
    assert.deepEqual((await panel.sent()).at(-1), { type: 'follow', follow: false })
    kept = await panel.page.evaluate(() => window.kept)
  })
  await withPanel(null, { state: kept }, async (panel) => {
    assert.deepEqual(await panel.sent(), [{ type: 'ready', uri: harbour.uri, follow: false }])
    await panel.draw(harbour)
    assert.equal(await panel.page.locator('#tab-owners').getAttribute('aria-selected'), 'true')
    await panel.tab('timeline')
    assert.equal(await panel.row(item(harbour, 'North').key).count(), 0)
  })
})

test('zoom keeps the day under the pointer', () =>
  withPanel(harbour, { width: 1000 }, async (panel) => {
    const key = bar(item(harbour, 'Cranes').key)
    const before = await panel.box(key)
    await panel.page.mouse.move(before.left, before.top + 4)
    await panel.page.keyboard.down('Control')
    await panel.page.mouse.wheel(0, -100)
    await panel.page.keyboard.up('Control')
    await panel.page.waitForTimeout(50)
    const after = await panel.box(key)
    assert.ok(after.right - after.left > (before.right - before.left) * 1.3)
    near(after.left, before.left, 'the beginning under the pointer')
    await panel.page.click('.tool.fit')
    near((await panel.box(key)).left, before.left, 'after Fit')
  }))

test('titles in any script are shortened, not broken', async () => {
  const long = await answerTo(
    ['## Initiative: 港湾案内板の更新と見学路の整備および冬季の試験運用に関する長い長い計画', '## Initiative: تجديد لوحات الميناء', '## Initiative: 🚢🏗️🧊 Ships', `## Initiative: ${'w'.repeat(300)}`]
      .map((heading) => `${heading}\n\n- **Owner:** Ada\n- **Timeline:** Weeks 1–4\n`)
      .join('\n')
      .replace(/^/, '# Signs\n\n')
  )
  for (const width of [300, 900])
    await withPanel(long, { width }, async (panel) => {
      for (const name of await panel.page.locator('.row .name').all()) {
        const [box, label] = [await name.boundingBox(), await name.locator('..').boundingBox()]
        assert.ok(box.height < 24 && box.x + box.width <= label.x + label.width + 1)
      }
    })
})
