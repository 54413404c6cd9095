// panel.mjs: the plan view's page in a real browser, under the policy that the extension gives it, with a stand-in for
// VS Code that keeps what it is told.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { themeOf } from './themes.mjs'

const given = {
  modules: process.env.PLANLS_TEST_MODULES,
  chromium: process.env.PLANLS_TEST_CHROMIUM,
  dist: process.env.PLANLS_TEST_DIST
}
const { chromium } = await import(pathToFileURL(join(given.modules, 'playwright-core/index.mjs')).href)
const axe = readFileSync(join(given.modules, 'axe-core/axe.min.js'), 'utf8')

const ORIGIN = 'http://plan.test'
const POLICY = `default-src 'none'; img-src data:; style-src ${ORIGIN}; script-src 'nonce-n'`

export function startBrowser() {
  return chromium.launch({
    executablePath: given.chromium,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--font-render-hinting=none']
  })
}

export class Panel {
  /** @param options width, height, theme, state (what was kept) */
  static async open(browser, options = {}) {
    const panel = new Panel()
    const { width = 1000, height = 700, theme = 'light', state } = options
    const look = themeOf(theme)
    panel.problems = []
    panel.page = await browser.newPage({ viewport: { width, height } })
    panel.page.on('pageerror', (error) => panel.problems.push(error.message))
    panel.page.on('console', (message) => message.type() === 'error' && panel.problems.push(message.text()))
    await panel.page.route('**/*', (route) => {
      const path = new URL(route.request().url()).pathname
      const file = (name) => readFileSync(join(given.dist, name), 'utf8')
      if (path === '/plan_view.js') return route.fulfill({ contentType: 'text/javascript', body: file('plan_view.js') })
      if (path === '/plan_view.css') return route.fulfill({ contentType: 'text/css', body: file('plan_view.css') })
      if (path === '/theme.css') return route.fulfill({ contentType: 'text/css', body: look.css })
      if (path !== '/') return route.abort()
      const head = `<meta http-equiv="Content-Security-Policy" content="${POLICY}"><link rel="stylesheet" href="theme.css"><link rel="stylesheet" href="plan_view.css">`
      const body = `<!DOCTYPE html><html lang="en"><head><title>Plan</title>${head}</head><body class="${look.name}"><script nonce="n" src="plan_view.js"></script></body></html>`
      return route.fulfill({ contentType: 'text/html', body })
    })
    await panel.page.addInitScript((kept) => {
      window.sent = []
      window.kept = kept
      window.acquireVsCodeApi = () => ({
        postMessage: (message) => window.sent.push(message),
        getState: () => window.kept,
        setState: (value) => (window.kept = value)
      })
    }, state)
    await panel.page.goto(`${ORIGIN}/`)
    return panel
  }

  async tell(message) {
    await this.page.evaluate((data) => {
      window.dispatchEvent(new MessageEvent('message', { data }))
    }, message)
  }

  draw(answer) {
    return this.tell({ type: 'plan', answer })
  }

  tab(name) {
    return this.page.click(`#tab-${name}`)
  }

  key(name) {
    return this.page.keyboard.press(name)
  }

  /** What the page has asked of VS Code since it was last looked at. */
  sent() {
    return this.page.evaluate(() => window.sent.splice(0))
  }

  /** Box of a shape without its outline, in pixels of the page. */
  async box(selector) {
    return this.page
      .locator(selector)
      .first()
      .evaluate((shape) => {
        const { x, y, width, height } = shape.getBBox()
        const [a, b] = [new DOMPoint(x, y), new DOMPoint(x + width, y + height)].map((point) => point.matrixTransform(shape.getScreenCTM()))
        return { left: a.x, right: b.x, middle: (a.x + b.x) / 2, top: a.y, bottom: b.y }
      })
  }

  row(key) {
    return this.page.locator(`[data-key=${JSON.stringify(key)}]`)
  }

  /** What those hear of an element who do not see it. */
  spoken(element) {
    return element.locator('.spoken').textContent()
  }

  /** What an accessibility checker has against the page. */
  async complaints() {
    await this.page.evaluate(axe)
    const found = await this.page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }))
    return found.violations.flatMap((one) =>
      one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 120)} ${node.any[0]?.message ?? ''}`)
    )
  }

  close() {
    return this.page.close()
  }
}
