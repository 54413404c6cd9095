// workbench.mjs: VS Code's own workbench and extension host (code-server) in a browser, with the extension installed
// from its VSIX as a user installs it. Everything lives in a fresh folder and ends with the test.
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { Editor } from './editor.mjs'

/** What the build tells: where things are. */
export const given = {
  modules: process.env.PLANLS_TEST_MODULES,
  chromium: process.env.PLANLS_TEST_CHROMIUM,
  vsix: process.env.PLANLS_TEST_VSIX,
  source: process.env.PLANLS_TEST_SOURCE,
  binary: process.env.PLANLS_TEST_BINARY
}

const { chromium } = await import(join(given.modules, 'playwright-core/index.mjs'))
const codeServer = join(given.modules, 'code-server/out/node/entry.js')

/** What a user who never saw a setting has, without what would phone home or get in the way of a picture. */
const quiet = {
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'git.enabled': false,
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'window.restoreWindows': 'none',
  // As on the desktop: in a browser files are saved by themselves.
  'files.autoSave': 'off',
  'editor.fontFamily': 'DejaVu Sans Mono'
}

const BROWSER = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none'
]

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

export class Workbench {
  /**
   * @param options.settings the user's settings beside the quiet ones
   * @param options.path PATH of the extension host; without planls on it unless the test wants it
   * @param options.keepVsix false: the extension is not installed
   */
  static async start(options = {}) {
    const home = mkdtempSync(join(tmpdir(), 'vsc-'))
    const workbench = new Workbench()
    Object.assign(workbench, { home, viewport: options.viewport ?? { width: 1500, height: 1300 } })
    for (const folder of ['user/User', 'extensions', 'run', 'tmp']) mkdirSync(join(home, folder), { recursive: true })
    writeFileSync(join(home, 'config.yaml'), 'auth: none\n')
    writeFileSync(join(home, 'user/User/settings.json'), JSON.stringify({ ...quiet, ...options.settings }, null, 2))
    workbench.environment = {
      PATH: options.path ?? '/usr/bin:/bin',
      HOME: home,
      XDG_RUNTIME_DIR: join(home, 'run'),
      TMPDIR: join(home, 'tmp'),
      LANG: 'C.UTF-8',
      EXTENSIONS_GALLERY: '{"serviceUrl":"http://127.0.0.1:9/"}'
    }
    if (options.install !== false) workbench.install(options.vsix ?? given.vsix)
    await workbench.listen()
    workbench.browser = await chromium.launch({ executablePath: given.chromium, headless: true, args: BROWSER })
    return workbench
  }

  arguments() {
    const { home } = this
    return [
      codeServer,
      ...['--config', join(home, 'config.yaml'), '--user-data-dir', join(home, 'user')],
      ...['--extensions-dir', join(home, 'extensions')]
    ]
  }

  install(vsix) {
    const done = spawnSync(process.execPath, [...this.arguments(), '--install-extension', vsix], {
      env: this.environment,
      encoding: 'utf8'
    })
    if (done.status !== 0) throw new Error(`${vsix} could not be installed:\n${done.stdout}${done.stderr}`)
  }

  async listen() {
    this.port = await freePort()
    const more = ['--auth', 'none', '--bind-addr', `127.0.0.1:${this.port}`, '--disable-telemetry']
    more.push('--disable-update-check', '--disable-workspace-trust', '--disable-getting-started-override')
    more.push('--disable-proxy')
    // A group of its own, to be ended as one.
    this.process = spawn(process.execPath, [...this.arguments(), ...more], {
      env: this.environment,
      detached: true,
      stdio: 'ignore'
    })
    for (let tries = 0; tries < 300; tries++) {
      try {
        if ((await fetch(`http://127.0.0.1:${this.port}/healthz`)).ok) return
      } catch {
        // Not yet.
      }
      await pause(100)
    }
    throw new Error('code-server did not start')
  }

  /** A fresh copy of a folder; or of nothing, with `files` in it. */
  folder(from, files = {}) {
    const folder = mkdtempSync(join(this.home, 'w-'))
    const target = join(folder, 'plans')
    mkdirSync(target)
    if (from) cpSync(from, target, { recursive: true })
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(join(target, name, '..'), { recursive: true })
      writeFileSync(join(target, name), text)
    }
    return target
  }

  /** A window on the folder, with a file open in it. */
  async open(folder, file) {
    const context = await this.browser.newContext({ viewport: this.viewport, locale: 'en-US' })
    const page = await context.newPage()
    const query = new URLSearchParams({ folder })
    if (file)
      query.set('payload', JSON.stringify([['openFile', `vscode-remote://127.0.0.1:${this.port}${folder}/${file}`]]))
    await page.goto(`http://127.0.0.1:${this.port}/?${query}`)
    await page.locator('.monaco-workbench').waitFor({ timeout: 60_000 })
    const editor = new Editor(page, folder)
    if (file) await editor.shown(file)
    return editor
  }

  async stop() {
    await this.browser?.close()
    if (this.process) {
      const ended = new Promise((resolve) => this.process.once('exit', resolve))
      try {
        process.kill(-this.process.pid, 'SIGTERM')
      } catch {
        // It has ended by itself.
      }
      await Promise.race([ended, pause(5000)])
      try {
        process.kill(-this.process.pid, 'SIGKILL')
      } catch {
        // As it should be.
      }
    }
    rmSync(this.home, { recursive: true, force: true, maxRetries: 5 })
  }
}

export function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}
