// folders_test.mjs: folders without a plan, with thousands of files, and settings that change while one is open.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'

import { until } from './editor.mjs'
import { Workbench } from './workbench.mjs'

const PLAN = `# Orchard

## Initiative: Cider Press
- **Owner:** Mira
- **Timeline:** Weeks 1–4
- **Budget:** $20K
- **Success Criteria:** 400 bottles by week 4
- **Blockers & Mitigation:**
  - The press is old → rent one

## Initiative: Juice Line
- **Owner:** Ada
- **Timeline:** Weeks 2–5
- **Budget:** $14K
- **Success Criteria:** 90 litres an hour by week 5
- **Blockers & Mitigation:**
  - Filters clog → keep two spare sets

## Initiative: Farm Shop
- **Owner:** Jonas
- **Timeline:** Weeks 3–9
- **Success Criteria:** 50 customers a day by week 9
- **Blockers & Mitigation:**
  - No till → cash box
`

let workbench

before(async () => {
  workbench = await Workbench.start()
})
after(() => workbench?.stop())

const has = (found) => found.length > 0
const state = (editor) => editor.page.locator('[id$="planls.state"]')

test('in a folder without a plan nothing appears', async () => {
  const readme = '# A library\n\n- [ ] one thing\n- [x] another\n\nSee [the other](other.md).\n\n| a | b |\n| - | - |\n| 1 | 2 |\n'
  const files = { 'README.md': readme, 'other.md': '# Other\n\nWeeks ago we said it costs $5.\n', 'a.js': 'let a = 1\n' }
  const editor = await workbench.open(workbench.folder(undefined, files), 'README.md')
  await pause(8000)
  assert.deepEqual(await editor.problems(), [])
  assert.deepEqual(await editor.lenses(), [])
  assert.equal(await state(editor).isVisible(), false)
  assert.deepEqual(await editor.page.locator('.notifications-toasts .notification-list-item').allInnerTexts(), [])
  assert.equal(await editor.page.locator('.editor-actions [aria-label^="Show Plan"]').count(), 0)
  await editor.close()
})

test('the state of the plan stands in the status bar while it is shown', async () => {
  const files = { 'plan.md': PLAN, 'notes.txt': 'nothing\n' }
  const editor = await workbench.open(workbench.folder(undefined, files), 'plan.md')
  await state(editor).waitFor({ timeout: 60_000 })
  assert.match(await state(editor).innerText(), /3 items/)
  await editor.openFile('notes.txt')
  await state(editor).waitFor({ state: 'hidden', timeout: 10_000 })
  await editor.close()
})

test('settings count as soon as they are changed, and stop counting', async () => {
  const editor = await workbench.open(workbench.folder(undefined, { 'plan.md': PLAN }), 'plan.md')
  await state(editor).waitFor({ timeout: 60_000 })
  const said = (severity) => (found) => found.some((one) => one.severity === severity && /budget/.test(one.message))
  const read = () => editor.problemsOf('plan.md')
  assert.ok(said('warning')(await until(read, said('warning'))), 'a warning by itself')
  editor.settings({ 'planls.rules': { 'missing-budget': 'error' } })
  assert.ok(said('error')(await until(read, said('error'))), 'an error where that is asked for')
  editor.settings({ 'planls.rules': { 'missing-budget': 'off' } })
  assert.deepEqual(await until(read, (found) => found.length === 0), [], 'silent where it is off')
  editor.settings({})
  assert.ok(said('warning')(await until(read, said('warning'))), 'a warning again')
  await editor.close()
})

test('among 3,000 files the findings and the jump are there in seconds', async (context) => {
  const files = { 'plan.md': PLAN.replace('Weeks 3–9', 'Weeks 9–3') }
  for (let i = 0; i < 3000; i++)
    files[`docs/d${i % 50}/note-${i}.md`] = `# Note ${i}\n\nText about [the plan](../../plan.md#initiative-cider-press).\n\n- [ ] task ${i}\n`
  const folder = workbench.folder(undefined, files)
  const start = Date.now()
  const editor = await workbench.open(folder, 'plan.md')
  const opened = Date.now()
  assert.ok(has(await until(() => editor.problemsOf('plan.md'), has)))
  const judged = Date.now()
  context.diagnostic(`window ${opened - start} ms, finding after another ${judged - opened} ms`)
  await editor.openFile('docs/d7/note-2007.md')
  await editor.cursor('docs/d7/note-2007.md', '[the plan]', 3)
  await editor.keyboard.press('F12')
  const at = await until(() => editor.activeFile(), (file) => file === 'plan.md', 20_000)
  assert.equal(at, 'plan.md')
  await editor.close()
})
