// plan_view_test.mjs: the plan drawn beside its text in the real window: it follows the cursor and what is typed, leads
// back into the text, and outlives a server that ends.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'

import { until } from './editor.mjs'
import { given, Workbench } from './workbench.mjs'

const PLAN = readFileSync(join(given.source, 'tests/plan_view/plans/harbour.md'), 'utf8')
const FILES = {
  'plan.md': PLAN,
  'other/lamp.md': '# Lighthouse\n\n## Initiative: New lamp\n\n- **Owner:** Ada\n- **Timeline:** Weeks 1–2\n',
  'notes.md': '# Notes\n\nNothing planned here.\n'
}

let workbench, editor

before(async () => {
  workbench = await Workbench.start()
  editor = await workbench.open(workbench.folder(undefined, FILES), 'plan.md')
  await editor.page.locator('.codelens-decoration').first().waitFor({ timeout: 60_000 })
  await editor.focus()
})
after(() => workbench?.stop())

/** The panel's page: a frame in a frame, made anew whenever the panel is shown. */
const view = () => editor.page.frames().findLast((frame) => frame.url().includes('/fake.html'))
const row = (title) => view().locator('[role=treeitem]').filter({ hasText: title })
const isCurrent = (title) => until(() => row(title).first().getAttribute('aria-selected'), (is) => is === 'true', 20_000)

test('Show Plan draws the plan beside the text, which keeps the focus', async () => {
  await editor.command('planls: Show Plan')
  assert.ok(await until(view, Boolean), 'a panel')
  await row('Survey and permits').waitFor({ timeout: 60_000 })
  assert.equal(await view().locator('[role=treeitem]').count(), 10)
  assert.equal(await editor.activeFile(), 'plan.md')
  await editor.keyboard.press('Control+Home')
  const top = await until(() => editor.position(), (now) => now?.line === 1, 20_000)
  assert.deepEqual(top, { line: 1, column: 1 })
})

test('the row of the item at the cursor is marked', async () => {
  await editor.cursor('plan.md', 'Erect crane 1')
  assert.equal(await isCurrent('Cranes and rails'), 'true')
  await editor.cursor('plan.md', 'First pour')
  assert.equal(await isCurrent('North wall'), 'true')
  assert.equal(await row('Cranes and rails').getAttribute('aria-selected'), 'false')
})

test('a click leads to the item’s heading, Space shows it and stays', async () => {
  const line = (text) => PLAN.slice(0, PLAN.indexOf(text)).split('\n').length
  await row('Pilot training').click()
  const at = await until(() => editor.position(), (now) => now?.line === line('## Initiative: Pilot training'), 20_000)
  assert.equal(at.line, line('## Initiative: Pilot training'))
  assert.equal(at.column, '## Initiative: '.length + 1)
  await row('Survey and permits').focus()
  await editor.keyboard.press('ArrowDown')
  await editor.keyboard.press('Space')
  assert.equal(await isCurrent('Quay walls'), 'true')
  await editor.keyboard.press('ArrowDown')
  await editor.keyboard.press('Enter')
  const there = await until(() => editor.position(), (now) => now?.line === line('### Workstream: North wall'), 20_000)
  assert.equal(there.line, line('### Workstream: North wall'))
})

test('what is typed is drawn before it is saved', async () => {
  await editor.cursor('plan.md', '### Workstream: South wall', 'North wall'.length + '### Workstream: '.length)
  await editor.keyboard.type(' and stairs')
  await row('South wall and stairs').waitFor({ timeout: 20_000 })
  const wide = () => row('South wall').locator('.bar-shape').evaluate((bar) => bar.getBBox().width)
  const before = await wide()
  await editor.cursor('plan.md', '- **Timeline:** Weeks 6–9', '- **Timeline:** Weeks 6–'.length)
  await editor.keyboard.press('Delete')
  await editor.keyboard.type('11')
  const after = await until(wide, (now) => now > before * 1.4, 20_000)
  assert.ok(Math.abs(after / before - 6 / 4) < 0.05, `${after} is not one and a half of ${before}`)
  assert.equal(editor.text('plan.md'), PLAN)
})

test('other pictures, other plans, and a document that is none', async () => {
  await view().getByRole('tab', { name: 'Dependencies' }).click()
  await view().locator('.node').filter({ hasText: 'Opening day' }).waitFor()
  await view().getByRole('tab', { name: 'Owners' }).click()
  await view().locator('.person').filter({ hasText: 'Zoë' }).waitFor()
  await view().getByRole('tab', { name: 'Timeline' }).click()
  await editor.keyboard.press('Control+1')
  await editor.openFile('notes.md')
  assert.equal(await row('Survey and permits').count(), 1)
  await editor.openFile('other/lamp.md')
  await editor.cursor('other/lamp.md', 'New lamp')
  await row('New lamp').waitFor({ timeout: 20_000 })
  await view().getByRole('combobox', { name: 'Plan' }).selectOption({ label: 'Harbour Relaunch 2026' })
  await row('Survey and permits').waitFor({ timeout: 20_000 })
})

test('the picture outlives the server', async () => {
  await editor.keyboard.press('Control+1')
  await editor.command('planls: Restart Server')
  await until(() => row('Survey and permits').count(), (count) => count === 1, 60_000)
  await editor.openFile('plan.md')
  await editor.cursor('plan.md', '### Workstream: North wall')
  assert.equal(await isCurrent('North wall'), 'true')
})

if (process.env.PLANLS_TEST_PICTURES)
  test('pictures for the README', async () => {
    const { page } = editor
    for (const [name, theme, tab] of [
      ['plan-timeline', 'Default Dark Modern', 'Timeline'],
      ['plan-dependencies', 'Default Light Modern', 'Dependencies'],
      ['plan-owners', 'Default Dark Modern', 'Owners']
    ]) {
      editor.settings({ 'workbench.colorTheme': theme })
      await view().getByRole('tab', { name: tab }).click()
      await page.waitForTimeout(1500)
      await page.screenshot({ path: join(process.env.PLANLS_TEST_PICTURES, `${name}.png`) })
    }
  })
