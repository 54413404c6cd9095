// screenshots.mjs: takes the pictures that editors/vscode/README.md and the walkthrough show, from the real workbench
// on the workspace of tests/scenario. `cmake --build build/release --target planls-vscode-screenshots` runs it.
import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { given, Workbench } from './workbench.mjs'

const out = join(given.source, 'editors/vscode/media')
const THEMES = { light: 'Default Light Modern', dark: 'Default Dark Modern' }
const only = process.argv[2]

/** What no picture needs. */
const bare = {
  'editor.minimap.enabled': false,
  'editor.renderLineHighlight': 'none',
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'workbench.activityBar.location': 'hidden',
  'editor.fontSize': 13,
  'breadcrumbs.enabled': false
}

/** The themes a picture is taken in; the script's argument names one picture, in both. */
const KEPT = { findings: ['light'], hover: ['dark'], references: ['dark'], plan: ['light', 'dark'] }

const shots = {
  async findings(editor, save) {
    await editor.showProblems()
    await editor.cursor('plan.md', 'Weeks 8–4', 2)
    await editor.quickFixes()
    await save()
    await editor.keyboard.press('Escape')
    await editor.keyboard.press('Control+j')
  },
  async hover(editor, save) {
    await editor.cursor('plan.md', 'Initiative: Battery Conversion', 14)
    await editor.hover()
    await save()
    await editor.calm()
  },
  async references(editor, save) {
    await editor.page.locator('.codelens-decoration a').filter({ hasText: '2/6 tasks' }).first().click()
    await editor.page.locator('.peekview-widget .monaco-list-row').first().waitFor()
    await save()
    await editor.keyboard.press('Escape')
  },
  async plan(editor, save) {
    await editor.command('planls: Show Plan')
    await editor.page.locator('iframe.webview').first().waitFor()
    await pause(3000)
    await editor.page.locator('.notifications-toasts .codicon-notifications-clear').click({ timeout: 500 }).catch(() => {})
    await save()
  }
}

for (const [name, theme] of Object.entries(THEMES)) {
  const settings = { ...bare, 'workbench.colorTheme': theme }
  const workbench = await Workbench.start({ settings, viewport: { width: 1180, height: 720 } })
  try {
    mkdirSync(join(workbench.home, 'p'))
    const folder = join(workbench.home, 'p/ferries')
    cpSync(join(given.source, 'tests/scenario/workspace'), folder, { recursive: true })
    const editor = await workbench.open(folder, 'plan.md')
    await editor.page.locator('.editor-instance .squiggly-error').first().waitFor({ timeout: 60_000 })
    await editor.page.locator('[id$="planls.state"]').waitFor({ timeout: 60_000 })
    await editor.keyboard.press('Control+b')
    await pause(500)
    for (const [shot, take] of Object.entries(shots)) {
      if (only ? only !== shot : !KEPT[shot].includes(name)) continue
      await take(editor, async () => {
        await editor.page.mouse.move(600, 715)
        await pause(700)
        await editor.page.screenshot({ path: join(out, `${shot}-${name}.png`), caret: 'hide', animations: 'disabled' })
      })
      await pause(300)
    }
  } finally {
    await workbench.stop()
  }
}
