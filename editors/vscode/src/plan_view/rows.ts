// rows.ts: a plan's items as rows of the timeline: which are shown, where their bars stand, what shape
// they have.

import type { Axis } from './axis'
import { xOf } from './axis'
import type { Gate, Item, Plan } from './data'

export interface Row {
  item: Item
  /** Has items below it. */
  parent: boolean
  open: boolean
  /** Place among its siblings, and how many these are: for those who cannot see it. */
  position: number
  siblings: number
}

/** The rows in the plan's order, without what lies below closed ones. */
export function rowsOf(plan: Plan, closed: ReadonlySet<string>): Row[] {
  const children = new Map<number | null, Item[]>()
  for (const item of plan.items) {
    const siblings = children.get(item.parent)
    if (siblings) siblings.push(item)
    else children.set(item.parent, [item])
  }
  const rows: Row[] = []
  const hidden = new Set<number>()
  const places = new Map<number | null, number>()
  for (const item of plan.items) {
    const position = (places.get(item.parent) ?? 0) + 1
    places.set(item.parent, position)
    if (item.parent !== null && hidden.has(item.parent)) {
      hidden.add(item.index)
      continue
    }
    const parent = children.has(item.index)
    const open = parent && !closed.has(item.key)
    if (parent && !open) hidden.add(item.index)
    rows.push({ item, parent, open, position, siblings: children.get(item.parent)?.length ?? 1 })
  }
  return rows
}

export type Shape = 'bar' | 'group' | 'milestone'

export interface Bar {
  shape: Shape
  /** Pixels; a milestone's middle is x + width / 2. */
  x: number
  width: number
  /** From 0 to 1. */
  progress: number
  /** The beginning, the end is not known. */
  openStart: boolean
  openEnd: boolean
  /** Pixels that the item can slip; negative where what waits for it begins too early. */
  slack: number
}

export type State = 'done' | 'doing' | 'blocked' | 'off' | 'todo'

/** What an item is now, by its status, else by its tasks. */
export function stateOf(item: Item): State {
  if (item.state === 'done') return 'done'
  if (item.state === 'cancelled' || item.state === 'deferred') return 'off'
  if (item.state === 'blocked') return 'blocked'
  if (item.tasks > 0 && item.tasksDone === item.tasks) return 'done'
  if (item.state === 'doing' || item.state === 'review' || item.tasksDone > 0) return 'doing'
  return 'todo'
}

export function progressOf(item: Item): number {
  if (item.state === 'done') return 1
  if (item.tasks > 0) return item.tasksDone / item.tasks
  return item.percent === null ? 0 : Math.min(1, Math.max(0, item.percent / 100))
}

const POINT_KINDS = new Set(['milestone', 'gate', 'decision'])
/** A bar is never thinner. */
const MIN_WIDTH = 3

/** Where the item's bar stands; null where it has no days, or ends before it begins. */
export function barOf(item: Item, parent: boolean, axis: Axis): Bar | null {
  if (item.from === null && item.to === null) return null
  const from = item.from ?? axis.from
  const to = (item.to ?? axis.to - 1) + 1
  if (to <= from) return null
  const openStart = item.from === null
  const point =
    !parent && POINT_KINDS.has(item.kind) && item.to !== null && (openStart || item.to - from <= 1)
  const x = xOf(axis, from)
  const slack = item.slackDays ?? 0
  if (point)
    return {
      shape: 'milestone',
      x: xOf(axis, item.to ?? from),
      width: axis.scale,
      progress: progressOf(item),
      openStart: false,
      openEnd: false,
      slack: slack * axis.scale
    }
  return {
    shape: parent ? 'group' : 'bar',
    x,
    width: Math.max(MIN_WIDTH, (to - from) * axis.scale),
    progress: progressOf(item),
    openStart,
    openEnd: item.to === null,
    slack: item.to === null ? 0 : slack * axis.scale
  }
}

export type GateLook = 'met' | 'unmet' | 'stuck' | 'unsaid'

/** Met; some or all criteria open; open and unable to be met as things stand; nobody has said. */
export function gateLook(gate: Gate): GateLook {
  if (gate.state === 'met') return 'met'
  if (gate.state === 'blocked' || gate.state === 'self-blocking') return 'stuck'
  return gate.state === 'unmet' || gate.state === 'not started' ? 'unmet' : 'unsaid'
}

/** The gates that close or open an item, by its index. */
export function gatesByItem(plan: Plan): Map<number, Gate[]> {
  const by = new Map<number, Gate[]>()
  for (const gate of plan.gates) {
    if (gate.item === null) continue
    const those = by.get(gate.item)
    if (those) those.push(gate)
    else by.set(gate.item, [gate])
  }
  return by
}

/** What an item waits for and what waits for it, each named once. */
export interface Neighbours {
  before: number[]
  after: number[]
}

export function neighboursOf(plan: Plan): Neighbours[] {
  const all: Neighbours[] = plan.items.map(() => ({ before: [], after: [] }))
  const seen = new Set<string>()
  for (const edge of plan.edges) {
    const name = `${edge.waits} ${edge.for}`
    if (seen.has(name)) continue
    seen.add(name)
    all[edge.waits]?.before.push(edge.for)
    all[edge.for]?.after.push(edge.waits)
  }
  return all
}

/** The row that stands for an item: its own, or that of the closed one it lies in. */
export function rowFor(plan: Plan, rows: Row[], item: number): number {
  let at: number | null = item
  while (at !== null) {
    const index: number = at
    const row = rows.findIndex((one) => one.item.index === index)
    if (row >= 0) return row
    at = plan.items[index]?.parent ?? null
  }
  return -1
}
