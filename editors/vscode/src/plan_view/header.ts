// header.ts: above the picture: which plan, in one line what it is, the three pictures and the tools.

import type { PlanView } from './data'
import { h } from './dom'
import { findingMark } from './marks'
import { TABS } from './state'
import type { State, Tab } from './state'
import { allFindings, findingWords, summary } from './words'

export interface HeaderActions {
  tab(tab: Tab): void
  zoom(how: 'in' | 'out' | 'fit'): void
  follow(): void
  legend(): void
  open(uri: string): void
}

const NAMES: Record<Tab, string> = { timeline: 'Timeline', dependencies: 'Dependencies', owners: 'Owners' }

function chooser(view: PlanView, open: (uri: string) => void): HTMLElement {
  const plan = view.plan
  const title = plan?.title || plan?.path || ''
  if (view.plans.length < 2) return h('h1', { class: 'title', dir: 'auto' }, title)
  const same = new Set<string>()
  const twice = new Set<string>()
  for (const one of view.plans) (same.has(one.title) ? twice : same).add(one.title)
  const select = h('select', { class: 'title', 'aria-label': 'Plan', title })
  for (const one of view.plans) {
    const name = !one.title ? one.path : twice.has(one.title) ? `${one.title} (${one.path})` : one.title
    select.append(h('option', { value: one.uri, selected: one.uri === view.uri }, name))
  }
  select.addEventListener('change', () => open(select.value))
  return h('h1', { class: 'title-box' }, select)
}

function tabs(state: State, choose: (tab: Tab) => void): HTMLElement {
  const buttons = TABS.map((tab) =>
    h(
      'button',
      {
        role: 'tab',
        id: `tab-${tab}`,
        'aria-selected': String(tab === state.tab),
        'aria-controls': 'panel',
        tabindex: tab === state.tab ? 0 : -1
      },
      NAMES[tab]
    )
  )
  buttons.forEach((button, index) => {
    button.addEventListener('click', () => choose(TABS[index] ?? 'timeline'))
    button.addEventListener('keydown', (event) => {
      const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
      if (!step) return
      event.preventDefault()
      choose(TABS[(index + step + TABS.length) % TABS.length] ?? 'timeline')
    })
  })
  return h('div', { class: 'tabs', role: 'tablist', 'aria-label': 'Pictures' }, ...buttons)
}

function tool(sign: string, name: string, run: () => void, pressed?: boolean): HTMLButtonElement {
  const button = h('button', {
    class: `tool ${sign}`,
    title: name,
    'aria-label': name,
    'aria-pressed': pressed === undefined ? undefined : String(pressed)
  })
  button.addEventListener('click', run)
  return button
}

export function newHeader(view: PlanView, state: State, actions: HeaderActions): HTMLElement {
  const { plan } = view
  const findings = plan ? allFindings(plan) : { errors: 0, warnings: 0, hints: 0 }
  const words = findingWords(findings)
  const look = findings.errors ? 'error' : findings.warnings ? 'warning' : 'hint'
  const tools = h('div', { class: 'tools', role: 'toolbar', 'aria-label': 'View' })
  tools.append(
    tool('out', 'Zoom out (−)', () => actions.zoom('out')),
    tool('in', 'Zoom in (+)', () => actions.zoom('in')),
    tool('fit', 'Fit (0)', () => actions.zoom('fit')),
    tool('follow', 'Follow the cursor', actions.follow, state.follow),
    tool('legend', 'Legend', actions.legend, state.legend)
  )
  return h(
    'header',
    {},
    chooser(view, actions.open),
    h(
      'p',
      { class: 'summary' },
      plan ? summary(plan) : '',
      words ? h('span', { class: `badge ${look}` }, findingMark(look), words) : undefined
    ),
    h('div', { class: 'bar' }, tabs(state, actions.tab), tools)
  )
}
