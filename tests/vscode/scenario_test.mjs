// scenario_test.mjs: the steps of tests/scenario as a user of VS Code goes them, from the installed VSIX to the disk.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { after, before, test } from 'node:test'

import { until } from './editor.mjs'
import { given, readJson, Workbench } from './workbench.mjs'

const scenario = readJson(join(given.source, 'tests/scenario/scenario.json'))
const workspace = join(given.source, 'tests/scenario', scenario.workspace)

let workbench
let editor

before(async () => {
  workbench = await Workbench.start()
  editor = await workbench.open(workbench.folder(workspace), scenario.steps[0].file)
})
after(() => workbench?.stop())

/** All files of a folder with their bytes as text. */
function files(folder) {
  const all = {}
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) {
      const path = join(entry.parentPath, entry.name)
      all[path.slice(folder.length + 1)] = readFileSync(path, 'utf8')
    }
  return all
}

/** Exactly these findings, in this file. */
async function sees(file, expected) {
  const text = editor.text(file)
  const wanted = expected.map((one) => {
    const before = text.slice(0, text.indexOf(one.at)).split('\n')
    return { ...one, line: before.length, column: before.at(-1).length + 1 }
  })
  const same = (found) =>
    found.length === wanted.length &&
    wanted.every((one, i) => {
      const it = found[i]
      const at = it.line === one.line && it.column === one.column
      return at && it.severity === one.severity && one.contains.every((part) => it.message.includes(part))
    })
  const found = await until(async () => editor.problemsOf(file), same)
  assert.ok(same(found), `${file}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`)
}

/** Does one of the texts hold each part? */
async function holds(read, parts) {
  const text = await until(read, (text) => parts.every((part) => text.includes(part)), 20_000)
  for (const part of parts) assert.ok(text.includes(part), `“${part}” is not in:\n${text}`)
}

async function standsAt(place) {
  const at = async () => ({ file: await editor.activeFile(), line: (await editor.position())?.line })
  const lineOf = (line) => editor.text(place.file).split('\n')[line - 1]
  const good = (now) => now.file === basename(place.file) && lineOf(now.line) === place.line
  const now = await until(at, good, 20_000)
  assert.ok(good(now), `at ${now.file}:${now.line} instead of “${place.line}” in ${place.file}`)
}

/** The view of references: exactly these places, beside the declaration, which VS Code always asks for too. */
async function lists(command, places, declaration) {
  await editor.command(command)
  // A row begins shortly before the place and goes on to the end of the line.
  const match = (found) => {
    const left = found.filter((row) => !declaration || !declaration.endsWith(row.text))
    const unmatched = places.filter((place) => {
      const at = left.findIndex((row) => row.file === basename(place.file) && place.line.endsWith(row.text))
      if (at >= 0) left.splice(at, 1)
      return at < 0
    })
    return { unmatched, left }
  }
  const read = async () => match(await editor.referenceList())
  const now = await until(read, ({ unmatched, left }) => unmatched.length + left.length === 0, 20_000)
  assert.deepEqual(now, { unmatched: [], left: [] })
  await editor.explorer()
}

async function changes(before, expected, file, diagnostics) {
  for (const [name, pairs] of Object.entries(expected))
    for (const [from, to] of pairs) before[name] = before[name].replaceAll(from, to)
  const same = (now) => JSON.stringify(now) === JSON.stringify(before)
  const now = await until(() => files(editor.folder), same, 20_000)
  assert.deepEqual(now, before)
  await sees(file, diagnostics)
}

const steps = {
  open: async ({ file, diagnostics }) => sees(file, diagnostics),
  hover: async ({ file, at, offset, contains }) => {
    await editor.cursor(file, at, offset)
    await holds(() => editor.hover(), contains)
    await editor.calm()
  },
  // A window shows what fits into it: the top of the file, then its end.
  lenses: async ({ contains }) => holds(() => editor.everywhere(() => editor.lenses()), contains),
  // How many tasks are done stands in the lens above the heading: the hint beside it is left out.
  hints: async ({ contains }) =>
    holds(() => editor.everywhere(async () => [await editor.drawn(), ...(await editor.lenses())]), contains),
  definition: async ({ file, at, offset, place }) => {
    await editor.cursor(file, at, offset)
    await editor.keyboard.press('F12')
    await standsAt(place)
  },
  implementation: async ({ file, at, offset, places }) => {
    await editor.cursor(file, at, offset)
    await lists('Find All Implementations', places)
  },
  references: async ({ file, at, offset, places }) => {
    await editor.cursor(file, at, offset)
    const line = editor.text(file).split('\n').find((one) => one.includes(at))
    await lists('Find All References', places, line)
  },
  fix: async ({ file, at, offset, title, changes: expected, diagnostics }) => {
    const before = files(editor.folder)
    await editor.cursor(file, at, offset)
    await (await editor.quickFixes()).filter({ hasText: title }).first().click()
    await editor.page.locator('.tab.active.dirty').waitFor()
    await editor.save()
    await changes(before, expected, file, diagnostics)
  },
  rename: async ({ file, at, offset, placeholder, to, changes: expected, diagnostics }) => {
    const before = files(editor.folder)
    await editor.cursor(file, at, offset)
    await editor.keyboard.press('F2')
    const box = editor.page.locator('.rename-box input')
    await box.waitFor()
    assert.equal(await box.inputValue(), placeholder)
    await box.fill(to)
    await editor.keyboard.press('Enter')
    await box.waitFor({ state: 'hidden' })
    await editor.command('File: Save All')
    await changes(before, expected, file, diagnostics)
  }
}

for (const [index, step] of scenario.steps.entries())
  test(`${index + 1} ${step.do} ${step.file}${step.at ? ` at “${step.at}”` : ''}`, async () => {
    if ((await editor.activeFile()) !== basename(step.file)) await editor.openFile(step.file)
    await steps[step.do](step)
  })
