// server_test.mjs: no server, a broken one, one that is killed while the user types, one that keeps dying.
import assert from 'node:assert/strict'
import { chmodSync, existsSync, readdirSync, readlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'

import { until } from './editor.mjs'
import { given, Workbench } from './workbench.mjs'

const PLAN = '# Orchard\n\n## Initiative: Cider Press\n- **Owner:** Mira\n- **Timeline:** Weeks 6–2\n'

let workbench

before(async () => {
  workbench = await Workbench.start()
})
after(() => workbench?.stop())

/** The processes that run the server this workbench's extension holds. */
function servers() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/exe`).startsWith(join(workbench.home, 'extensions'))
      } catch {
        return false
      }
    })
    .map(Number)
}

const withPath = (path) => {
  const settings = JSON.stringify({ 'planls.server.path': path })
  return workbench.folder(undefined, { 'plan.md': PLAN, '.vscode/settings.json': settings })
}
const has = (found) => found.length > 0
const notice = (editor, text) => editor.page.locator('.notifications-toasts .notification-list-item').filter({ hasText: text })

test('a server killed while the user types comes back; nothing typed is lost', async () => {
  const editor = await workbench.open(workbench.folder(undefined, { 'plan.md': PLAN }), 'plan.md')
  assert.ok(has(await until(() => editor.problemsOf('plan.md'), has)), 'the first finding')
  const [first] = await until(servers, has)
  await editor.goTo(4, 18)
  await editor.keyboard.type(' Halloran')
  process.kill(first, 'SIGKILL')
  await editor.keyboard.type(' (Press)\n- **Due:** Monday, June 2, 2026', { delay: 20 })
  const typed = PLAN.replace('Mira\n', 'Mira Halloran (Press)\n- **Due:** Monday, June 2, 2026\n')
  const [second] = await until(servers, (pids) => has(pids) && !pids.includes(first))
  assert.notEqual(second, undefined)
  const sum = (found) => found.some((one) => one.line === 5) && found.some((one) => one.line === 6)
  const found = await until(() => editor.problemsOf('plan.md'), sum)
  assert.ok(sum(found), JSON.stringify(found))
  await editor.save()
  assert.equal(editor.text('plan.md'), typed)
  await editor.close()
})

test('one that dies again and again is left alone, with a word and a button', async () => {
  const editor = await workbench.open(workbench.folder(undefined, { 'plan.md': PLAN }), 'plan.md')
  assert.ok(has(await until(() => editor.problemsOf('plan.md'), has)))
  const word = notice(editor, 'is left alone now')
  const end = Date.now() + 60_000
  while (Date.now() < end && !(await word.isVisible())) {
    for (const pid of servers()) process.kill(pid, 'SIGKILL')
    await pause(300)
  }
  await word.waitFor({ timeout: 1000 })
  await word.getByRole('button', { name: 'Restart Server' }).click()
  assert.ok(has(await until(servers, has)))
  assert.ok(has(await until(() => editor.problemsOf('plan.md'), has)))
  await editor.close()
})

test('the command restarts the server', async () => {
  const editor = await workbench.open(workbench.folder(undefined, { 'plan.md': PLAN }), 'plan.md')
  assert.ok(has(await until(() => editor.problemsOf('plan.md'), has)))
  const before = servers()
  await editor.command('planls: Restart Server')
  const fresh = await until(servers, (pids) => has(pids) && pids.every((pid) => !before.includes(pid)))
  assert.ok(fresh.every((pid) => !before.includes(pid)))
  assert.ok(has(await until(() => editor.problemsOf('plan.md'), has)))
  await editor.close()
})

test('a path that leads nowhere is said, and mended in the settings', async () => {
  const editor = await workbench.open(withPath('/nowhere/planls'), 'plan.md')
  const word = notice(editor, 'planls cannot start. There is no /nowhere/planls.')
  await word.waitFor({ timeout: 60_000 })
  await word.getByRole('button', { name: 'Set Path…' }).click()
  await editor.page.locator('.settings-editor').waitFor()
  editor.settings({})
  await editor.keyboard.press('Escape')
  assert.ok(has(await until(() => editor.problemsOf('plan.md'), has)), 'it works once the path is right')
  await editor.close()
})

test('a file that is no program is said; one on PATH is found', async () => {
  const text = join(workbench.home, 'planls-text')
  writeFileSync(text, Buffer.from([0xcf, 0xfa, 0xed, 0xfe, 7, 0, 0, 1]))
  chmodSync(text, 0o755)
  const editor = await workbench.open(withPath(text), 'plan.md')
  await notice(editor, 'made for another platform').waitFor({ timeout: 60_000 })
  assert.ok(existsSync(given.binary))
  editor.settings({ 'planls.server.path': given.binary })
  assert.ok(has(await until(() => editor.problemsOf('plan.md'), has)))
  await editor.close()
})
