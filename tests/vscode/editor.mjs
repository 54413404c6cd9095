// editor.mjs: what a user does in a window and what they see, by the keys they press and the text that is shown.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const PATIENCE = 60_000

/** Calls `read` until `good` says yes; then, or at the end of all patience, returns what was read last. */
export async function until(read, good, patience = PATIENCE) {
  const end = Date.now() + patience
  for (;;) {
    const value = await read()
    if (good(value) || Date.now() > end) return value
    await pause(150)
  }
}

/** Text as people see it: the editor draws spaces as U+00A0. */
function plain(text) {
  return text.replaceAll('\u00a0', ' ')
}

export class Editor {
  constructor(page, folder) {
    this.page = page
    this.folder = folder
    this.keyboard = page.keyboard
  }

  close() {
    return this.page.context().close()
  }

  /** Writes the folder's own settings; the window notices. */
  settings(values) {
    mkdirSync(join(this.folder, '.vscode'), { recursive: true })
    writeFileSync(join(this.folder, '.vscode/settings.json'), JSON.stringify(values))
  }

  text(file) {
    return readFileSync(join(this.folder, file), 'utf8')
  }

  /** Waits until the file's tab is the active one and its text is drawn. */
  async shown(file) {
    await this.page.locator(`.tab.active[data-resource-name="${basename(file)}"]`).first().waitFor({ timeout: PATIENCE })
    await this.page.locator('.editor-instance .view-line').first().waitFor({ timeout: PATIENCE })
  }

  async openFile(file) {
    await this.keyboard.press('Control+p')
    const input = this.page.locator('.quick-input-widget input.input')
    await input.waitFor()
    await input.fill(file)
    // What was opened lately is offered until the files are found.
    const row = this.page.locator('.quick-input-list .monaco-list-row.focused')
    await row.filter({ hasText: basename(file) }).waitFor()
    await this.keyboard.press('Enter')
    await this.shown(file)
  }

  /** Runs a command as the palette has it. */
  async command(title) {
    await this.keyboard.press('F1')
    const input = this.page.locator('.quick-input-widget input.input')
    await input.waitFor()
    await input.fill(`>${title}`)
    const row = this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first()
    await row.waitFor()
    await row.click()
  }

  /** Titles that the palette offers for what is typed. */
  async offered(typed) {
    await this.keyboard.press('F1')
    const input = this.page.locator('.quick-input-widget input.input')
    await input.waitFor()
    await input.fill(`>${typed}`)
    await pause(700)
    const titles = await this.page.locator('.quick-input-list .monaco-list-row').allInnerTexts()
    await this.keyboard.press('Escape')
    return titles.map(plain)
  }

  /** The cursor, `offset` characters after a text that stands once in the file. */
  async cursor(file, at, offset = 0) {
    const text = this.text(file)
    const index = text.indexOf(at)
    if (index < 0 || text.indexOf(at, index + 1) >= 0) throw new Error(`“${at}” does not stand once in ${file}`)
    const before = text.slice(0, index + offset).split('\n')
    await this.goTo(before.length, before.at(-1).length + 1)
  }

  async goTo(line, column) {
    await this.keyboard.press('Control+g')
    const input = this.page.locator('.quick-input-widget input.input')
    await input.waitFor()
    await input.fill(`:${line}:${column}`)
    await this.keyboard.press('Enter')
    await input.waitFor({ state: 'hidden' })
    await until(() => this.position(), (at) => at?.line === line && at.column === column, 5000)
  }

  /** Where the cursor stands, from the status bar. */
  async position() {
    const status = this.page.locator('[id="status.editor.selection"]')
    if ((await status.count()) === 0) return undefined
    const found = /Ln (\d+), Col (\d+)/.exec(await status.first().innerText())
    return found ? { line: Number(found[1]), column: Number(found[2]) } : undefined
  }

  async activeFile() {
    const tab = this.page.locator('.editor-group-container.active .tab.active').first()
    return (await tab.count()) ? tab.getAttribute('data-resource-name') : undefined
  }

  async showProblems() {
    const panel = this.page.locator('.markers-panel')
    if (await panel.isVisible()) return
    await this.keyboard.press('Control+Shift+m')
    await panel.waitFor()
  }

  /** What the Problems panel shows: [{file, severity, message, line, column}], line and column from 1. */
  async problems() {
    await this.showProblems()
    const rows = await this.page.locator('.markers-panel .monaco-list-row').evaluateAll((all) =>
      all.map((row) => ({
        top: row.getBoundingClientRect().top,
        label: row.getAttribute('aria-label') ?? ''
      }))
    )
    rows.sort((a, b) => a.top - b.top)
    const found = []
    let file
    for (const { label } of rows) {
      const heading = /^\d+ problems in file (.*) of folder (.*)$/.exec(label)
      if (heading) file = heading[2] === '.' ? heading[1] : `${heading[2]}/${heading[1]}`
      const one = /^(Error|Warning|Info): (.*?) at line (\d+) and character (\d+)\./s.exec(plain(label))
      if (!one) continue
      const [, severity, message, line, column] = one
      found.push({ file, severity: severity.toLowerCase(), message, line: Number(line), column: Number(column) })
    }
    return found
  }

  async problemsOf(file) {
    return (await this.problems()).filter((one) => one.file === file)
  }

  async hover() {
    await this.keyboard.press('Control+k')
    await this.keyboard.press('Control+i')
    const hover = this.page.locator('.monaco-hover:visible')
    await hover.first().waitFor({ timeout: PATIENCE })
    return plain(await until(async () => (await hover.allInnerTexts()).join('\n'), (text) => !/Loading/.test(text)))
  }

  /** Hides what floats over the text. */
  async calm() {
    await this.keyboard.press('Escape')
    await this.page.locator('.monaco-hover:visible').first().waitFor({ state: 'hidden', timeout: 5000 }).catch(() => {})
  }

  async lenses() {
    return (await this.page.locator('.editor-group-container.active .codelens-decoration').allInnerTexts()).map(plain)
  }

  /** All text that is drawn, inlay hints included. */
  async drawn() {
    const lines = await this.page.locator('.editor-group-container.active .view-lines .view-line').allInnerTexts()
    return plain(lines.join('\n'))
  }

  /** Reads at the top of the file and at its end: only what is visible is drawn. */
  async everywhere(read) {
    await this.focus()
    const all = []
    for (const key of ['Control+Home', 'Control+End']) {
      await this.keyboard.press(key)
      await pause(400)
      all.push(...(await read()))
    }
    return all.join('\n')
  }

  async focus() {
    await this.page.locator('.editor-group-container.active .view-lines').first().click()
  }

  /** The view of references, every file unfolded: [{file, text}]. */
  async referenceList() {
    const tree = this.page.locator('.tree-explorer-viewlet-tree-view')
    const folded = tree.locator('.monaco-list-row[aria-expanded="false"]')
    while ((await folded.count()) > 0) {
      await folded.first().locator('.monaco-tl-twistie').click()
      await pause(100)
    }
    const rows = await tree.locator('.monaco-list-row').evaluateAll((all) =>
      all.map((row) => ({
        top: row.getBoundingClientRect().top,
        level: row.getAttribute('aria-level'),
        text: row.querySelector('.label-name')?.textContent ?? ''
      }))
    )
    rows.sort((a, b) => a.top - b.top)
    let file
    const found = []
    for (const row of rows)
      if (row.level === '1') file = plain(row.text)
      else found.push({ file, text: plain(row.text) })
    return found
  }

  async explorer() {
    await this.keyboard.press('Control+Shift+e')
  }

  async quickFixes() {
    await this.keyboard.press('Control+.')
    const rows = this.page.locator('.action-widget .monaco-list-row.action')
    await rows.first().waitFor({ timeout: PATIENCE })
    return rows
  }

  async save() {
    await this.keyboard.press('Control+s')
    await until(() => this.page.locator('.tab.active.dirty').count(), (count) => count === 0, 10_000)
  }
}
