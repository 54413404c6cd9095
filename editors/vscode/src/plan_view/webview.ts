// webview.ts: what the plan view's panel runs: keeps state, takes messages, draws what is asked for.

import './plan_view.css'

import { clampScale } from './axis'
import { readPlanView } from './data'
import type { Item, Plan, PlanView, Range } from './data'
import { h } from './dom'
import { newHeader } from './header'
import type { Absence, FromPanel, ToPanel } from './messages'
import { absence, emptyTab } from './notes'
import { newPicture } from './pictures'
import type { Desk, Shown } from './pictures'
import { indexAfter, indexByLetter, makeTabStop } from './roving'
import { rowFor } from './rows'
import { readState } from './state'
import type { State, Tab } from './state'
import { Tooltip } from './tooltip'

interface Host {
  postMessage(message: FromPanel): void
  getState(): unknown
  setState(state: State): void
}
declare function acquireVsCodeApi(): Host

const host = acquireVsCodeApi()
const root = document.body
const main = h('main')
const voice = h('div', { class: 'voice', role: 'status', 'aria-live': 'polite' })
root.append(main, voice)
const tooltip = new Tooltip(root)

let state = readState(host.getState())
let view: PlanView | null = null
let why: Absence | null = 'starting'
let cursor: string | null = null
/** What has the focus, or would have: an item's key, or a person's name. */
let focus: string | null = null

let shown: Shown | null = null

function keep(change: Partial<State>): void {
  state = { ...state, ...change }
  host.setState(state)
}

function jump(range: Range | null, stay: boolean): void {
  if (view && range) host.postMessage({ type: 'jump', uri: view.uri, range, stay })
}

/* ---- drawing ----------------------------------------------------------------------------------- */

/** Draws everything anew, and leaves what is looked at where it was. */
function draw(): void {
  tooltip.hide()
  const hadFocus = document.activeElement
  const inside = hadFocus?.closest('.scroller') !== null && hadFocus !== root && hadFocus !== null
  const tool = hadFocus?.closest('header') ? hadFocus.id || hadFocus.className : null
  const before = shown?.scroller
  const [left, top] = [before?.scrollLeft ?? 0, before?.scrollTop ?? 0]
  const tab = main.dataset['tab']
  shown = null
  if (why !== null || !view?.plan) {
    main.replaceChildren(
      absence(
        why ?? 'none',
        view,
        (uri) => host.postMessage({ type: 'open', uri }),
        () => host.postMessage({ type: 'restart' })
      )
    )
    main.dataset['tab'] = 'none'
    return
  }
  const { plan } = view
  shown = newPicture(desk, view, plan, main.clientWidth)
  const panel = h(
    'div',
    { class: 'panel', role: 'tabpanel', id: 'panel', 'aria-labelledby': `tab-${state.tab}` },
    shown ? shown.scroller : emptyTab(state.tab)
  )
  main.replaceChildren(newHeader(view, state, actions), panel)
  main.dataset['tab'] = state.tab
  if (!shown) panel.tabIndex = 0
  if (shown && tab === state.tab) shown.scroller.scrollTo({ left, top, behavior: 'instant' })
  markCursor(false)
  setTabStop()
  if (inside) shown?.elements[focusIndex()]?.focus({ preventScroll: true })
  if (tool)
    Array.from(main.querySelectorAll<HTMLElement>('header button, header select'))
      .find((one) => (one.id || one.className) === tool)
      ?.focus()
}

/* ---- focus and cursor ---------------------------------------------------------------------------- */

function focusIndex(): number {
  const wanted = shown?.keys.indexOf(focus ?? cursor ?? '') ?? -1
  return wanted >= 0 ? wanted : 0
}

function setTabStop(): void {
  if (!shown) return
  const current = shown
  makeTabStop(current.elements, focusIndex())
  current.elements.forEach((element, index) =>
    element.addEventListener('focus', () => {
      focus = current.keys[index] ?? null
      makeTabStop(current.elements, index)
      current.linkTo(focus)
    })
  )
}

function focusOn(index: number, event: Event): void {
  event.preventDefault()
  event.stopPropagation()
  const element = shown?.elements[index]
  element?.focus({ preventScroll: true })
  element?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

/** Shows which item the text's cursor is at; scrolls there only when it has moved. */
function markCursor(moved: boolean): void {
  if (!shown || !view?.plan) return
  const { plan } = view
  const item = plan.items.find((one) => one.key === cursor)
  let at = shown.keys.indexOf(cursor ?? '')
  if (at < 0 && item && state.tab === 'timeline') {
    const rows = shown.keys.map((key) => ({
      item: plan.items.find((one) => one.key === key) as Item,
      parent: false,
      open: false,
      position: 0,
      siblings: 0
    }))
    at = rowFor(plan, rows, item.index)
  }
  shown.elements.forEach((element, index) => {
    element.classList.toggle('current', index === at)
    if (element.hasAttribute('aria-selected')) element.setAttribute('aria-selected', String(index === at))
    else if (index === at) element.setAttribute('aria-current', 'true')
    else element.removeAttribute('aria-current')
  })
  if (focus === null || moved) shown.linkTo(cursor)
  if (moved && at >= 0) {
    focus = null
    makeTabStop(shown.elements, at)
    shown.elements[at]?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    reveal(plan, item)
  }
}

/** Brings the item's bar into sight, where the chart is wider than the panel. */
function reveal(plan: Plan, item: Item | undefined): void {
  if (!shown?.frame || state.tab !== 'timeline' || !item) return
  const day = item.from ?? item.to
  if (day === null || plan.items.length === 0) return
  const { frame } = shown
  const x = (day - frame.axis.from) * frame.axis.scale
  const room = shown.scroller.clientWidth - frame.labelWidth
  const left = shown.scroller.scrollLeft
  if (x < left || x > left + room - 40) shown.scroller.scrollLeft = Math.max(0, x - room / 4)
}

/* ---- keys -------------------------------------------------------------------------------------- */

function listKey(event: KeyboardEvent, at: number): void {
  if (!shown || event.ctrlKey || event.metaKey || event.altKey) return
  const next = indexAfter(event.key, at, shown.elements.length, 10)
  if (next !== null) return focusOn(next, event)
  if (zoomKey(event) || event.key.length !== 1 || event.key === ' ') return
  const found = indexByLetter(shown.names, at, event.key)
  if (found !== null) focusOn(found, event)
}

function treeKey(event: KeyboardEvent, plan: Plan, item: Item, parent: boolean, open: boolean): void {
  if (!shown || event.target !== event.currentTarget) return
  const at = shown.keys.indexOf(item.key)
  if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault()
    jump(item.range, event.key === ' ')
  } else if (event.key === 'ArrowRight' && parent) {
    if (open) focusOn(at + 1, event)
    else toggle(item.key)
  } else if (event.key === 'ArrowLeft' && parent && open) {
    toggle(item.key)
  } else if (event.key === 'ArrowLeft' && item.parent !== null) {
    focusOn(shown.keys.indexOf(plan.items[item.parent]?.key ?? ''), event)
  } else {
    listKey(event, at)
  }
}

function zoomKey(event: KeyboardEvent): boolean {
  const how =
    event.key === '+' || event.key === '='
      ? 'in'
      : event.key === '-'
        ? 'out'
        : event.key === '0'
          ? 'fit'
          : null
  if (how === null) return false
  event.preventDefault()
  actions.zoom(how)
  return true
}

/* ---- what can be done --------------------------------------------------------------------------- */

function toggle(key: string): void {
  focus = key
  const closed = new Set(state.closed)
  if (!closed.delete(key)) closed.add(key)
  keep({ closed: [...closed] })
  draw()
}

const STEP = 1.4

const actions = {
  tab(tab: Tab): void {
    keep({ tab })
    focus = null
    draw()
    document.getElementById(`tab-${tab}`)?.focus()
  },
  zoom(how: 'in' | 'out' | 'fit', around = 0.5): void {
    const factor = how === 'in' ? STEP : 1 / STEP
    if (state.tab === 'dependencies') {
      const canvas = main.querySelector<HTMLElement>('.graph')
      const now = Number(/scale\(([\d.]+)\)/.exec(canvas?.style.transform ?? '')?.[1] ?? 1)
      keep({ zoom: how === 'fit' ? null : Math.min(2, Math.max(0.2, now * factor)) })
      draw()
      return
    }
    if (!shown?.frame) return
    const { frame } = shown
    const room = shown.scroller.clientWidth - frame.labelWidth
    const day = (shown.scroller.scrollLeft + room * around) / frame.axis.scale
    keep({ scale: how === 'fit' ? null : clampScale(frame.axis.scale * factor) })
    draw()
    if (shown?.frame) shown.scroller.scrollLeft = day * shown.frame.axis.scale - room * around
  },
  follow(): void {
    keep({ follow: !state.follow })
    host.postMessage({ type: 'follow', follow: state.follow })
    draw()
  },
  legend(): void {
    keep({ legend: !state.legend })
    draw()
  },
  open(uri: string): void {
    host.postMessage({ type: 'open', uri })
  }
}

const desk: Desk = {
  tooltip,
  state: () => state,
  at: () => focus ?? cursor,
  jump,
  toggle,
  say: (text) => (voice.textContent = text),
  focusOn,
  listKey,
  treeKey
}

/* ---- messages ------------------------------------------------------------------------------------ */

function take(message: ToPanel): void {
  if (message.type === 'plan') {
    const next = readPlanView(message.answer)
    if (view && next.uri !== view.uri) {
      focus = null
      cursor = null
      keep({ closed: [], scale: null, zoom: null })
    }
    view = next
    why = null
    keep({ uri: next.uri })
    draw()
  } else if (message.type === 'absent') {
    why = message.why
    draw()
  } else if (message.type === 'cursor') {
    cursor = message.key
    markCursor(true)
  }
}

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  const message = event.data
  if (typeof message === 'object' && message !== null && 'type' in message) take(message as ToPanel)
})
document.addEventListener('keydown', (event) => {
  if (
    !event.defaultPrevented &&
    !event.ctrlKey &&
    !event.metaKey &&
    !(event.target instanceof HTMLSelectElement)
  )
    zoomKey(event)
})
main.addEventListener(
  'wheel',
  (event) => {
    if (!event.ctrlKey || !shown) return
    event.preventDefault()
    const box = shown.scroller.getBoundingClientRect()
    const label = shown.frame?.labelWidth ?? 0
    const around = Math.min(
      1,
      Math.max(0, (event.clientX - box.left - label) / Math.max(1, box.width - label))
    )
    actions.zoom(event.deltaY < 0 ? 'in' : 'out', around)
  },
  { passive: false }
)
let drawn = 0
new ResizeObserver(() => {
  if (main.clientWidth === drawn) return
  drawn = main.clientWidth
  draw()
}).observe(main)
draw()
host.postMessage({ type: 'ready', uri: state.uri, follow: state.follow })
