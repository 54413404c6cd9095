// pictures.ts: the three pictures of a plan, with what pointers and keys do in them.

import { extent } from './axis'
import { frameOf } from './chart'
import type { Frame } from './chart'
import type { Item, Plan, PlanView, Range } from './data'
import { newDependencies } from './dependencies'
import { h } from './dom'
import { extras } from './extras'
import { calendarNote, legend } from './notes'
import { newOwners } from './owners'
import type { State } from './state'
import { newTimeline } from './timeline'
import type { Tooltip } from './tooltip'
import { titleOf } from './words'

/** The picture that is shown, as far as keys and the cursor need it. */
export interface Shown {
  elements: HTMLElement[]
  names: string[]
  keys: string[]
  scroller: HTMLElement
  /** Where days stand, in pictures that have any. */
  frame: Frame | null
  /** Makes the arrows of an item stand out; null: of none. */
  linkTo(key: string | null): void
}
/** What the pictures ask of the one who shows them. */
export interface Desk {
  tooltip: Tooltip
  state(): State
  /** What the focus or else the text's cursor is at. */
  at(): string | null
  jump(range: Range | null, stay: boolean): void
  toggle(key: string): void
  say(text: string): void
  focusOn(index: number, event: Event): void
  listKey(event: KeyboardEvent, at: number): void
  treeKey(event: KeyboardEvent, plan: Plan, item: Item, parent: boolean, open: boolean): void
}

function footer(desk: Desk, plan: Plan): HTMLElement {
  const box = h('div', { class: 'footer' })
  const dated = extent(plan, [], null) !== null
  if (desk.state().legend) box.append(legend(plan, desk.state().tab, dated))
  const note = calendarNote(plan, dated)
  if (note && desk.state().tab !== 'dependencies') box.append(note)
  if (desk.state().tab === 'timeline') box.append(extras(plan, (range) => desk.jump(range, false)))
  return box
}

function drawTimeline(desk: Desk, plan: Plan, width: number, today: number | null): Shown {
  const frame = frameOf(plan, [], today, width, desk.state().scale)
  const corner = h('span', {}, 'Item')
  const timeline = newTimeline({
    plan,
    frame,
    today,
    closed: new Set(desk.state().closed),
    corner,
    footer: footer(desk, plan),
    tooltip: desk.tooltip,
    toggle: (key) => desk.toggle(key)
  })
  const byKey = new Map(plan.items.map((item) => [item.key, item]))
  timeline.elements.forEach((element, index) => {
    const row = timeline.rows[index]
    if (!row) return
    element.addEventListener('click', () => desk.jump(row.item.range, false))
    element.addEventListener('pointerenter', () => timeline.linkTo(row.item.index))
    element.addEventListener('pointerleave', () => timeline.linkTo(itemIndex(byKey, desk.at())))
    element.addEventListener('keydown', (event) => desk.treeKey(event, plan, row.item, row.parent, row.open))
  })
  return {
    elements: timeline.elements,
    names: timeline.rows.map((row) => titleOf(row.item)),
    keys: timeline.rows.map((row) => row.item.key),
    scroller: timeline.scroller,
    frame,
    linkTo: (key) => timeline.linkTo(itemIndex(byKey, key))
  }
}

const itemIndex = (byKey: Map<string, Item>, key: string | null): number | null =>
  (key === null ? undefined : byKey.get(key))?.index ?? null

function drawDependencies(desk: Desk, plan: Plan, width: number): Shown | null {
  if (plan.edges.length === 0) return null
  const picture = newDependencies({ plan, width, zoom: desk.state().zoom, tooltip: desk.tooltip })
  const byKey = new Map(plan.items.map((item) => [item.key, item]))
  const keys = picture.items.map((item) => plan.items[item]?.key ?? '')
  picture.elements.forEach((element, index) => {
    const item = plan.items[picture.items[index] ?? -1]
    if (!item) return
    element.addEventListener('click', () => desk.jump(item.range, false))
    element.addEventListener('pointerenter', () => picture.linkTo(item.index))
    element.addEventListener('pointerleave', () => picture.linkTo(itemIndex(byKey, desk.at())))
    element.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault()
        desk.jump(item.range, event.key === ' ')
        return
      }
      const next = picture.step(index, event.key)
      if (next !== null) desk.focusOn(next, event)
      else desk.listKey(event, index)
    })
  })
  picture.scroller.append(footer(desk, plan))
  return {
    elements: picture.elements,
    names: picture.items.map((item) => titleOf(plan.items[item] as Item)),
    keys,
    scroller: picture.scroller,
    frame: null,
    linkTo: (key) => picture.linkTo(itemIndex(byKey, key))
  }
}

function drawOwners(desk: Desk, plan: Plan, width: number, view: PlanView): Shown | null {
  const loads = view.loads.filter((load) => load.runs.length > 0)
  const { today } = view
  const frame = loads.length ? frameOf(plan, loads, today, width, desk.state().scale) : null
  if (!frame) return null
  const owners = newOwners({
    plan,
    loads,
    frame,
    today,
    corner: h('span', {}, 'Owner'),
    footer: footer(desk, plan),
    tooltip: desk.tooltip,
    jump: (item, stay) => desk.jump(item.range, stay),
    say: (text) => desk.say(text)
  })
  owners.elements.forEach((element, index) =>
    element.addEventListener('keydown', (event) => {
      if (owners.key(index, event.key)) event.preventDefault()
      else desk.listKey(event, index)
    })
  )
  const names = loads.map((load) => load.name)
  return {
    elements: owners.elements,
    names,
    keys: names,
    scroller: owners.scroller,
    frame,
    linkTo: () => undefined
  }
}

export function newPicture(desk: Desk, view: PlanView, plan: Plan, width: number): Shown | null {
  if (desk.state().tab === 'timeline') return drawTimeline(desk, plan, width, view.today)
  return desk.state().tab === 'owners'
    ? drawOwners(desk, plan, width, view)
    : drawDependencies(desk, plan, width)
}
