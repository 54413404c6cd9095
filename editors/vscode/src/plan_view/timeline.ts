// timeline.ts: the plan's items as a tree of rows with bars, gates, slack and links along the dates.

import { xOf } from './axis'
import type { Axis } from './axis'
import { newChart } from './chart'
import type { Chart, ChartRow, Frame } from './chart'
import type { Gate, Item, Plan } from './data'
import { h, picture, px, s } from './dom'
import { linkPath } from './graph'
import { checkpointMark, findingMark, gateMark, stopMark } from './marks'
import type { FindingLook } from './marks'
import { barOf, gateLook, gatesByItem, neighboursOf, rowFor, rowsOf, stateOf } from './rows'
import type { Bar, Neighbours, Row } from './rows'
import type { Tooltip } from './tooltip'
import { factsOf, money, spoken, timeWords, titleOf } from './words'

const ROW = 30
const STACKED_ROW = 46
const LANE = 26
/** So many links are drawn all the time; of more only those of the item at hand. */
const LINKS_AT_ONCE = 24
/** Of more rows only those in sight are laid out. */
const MANY = 150

export interface TimelineOptions {
  plan: Plan
  frame: Frame | null
  today: number | null
  closed: ReadonlySet<string>
  corner: Node
  footer: Node
  tooltip: Tooltip
  toggle(key: string): void
}

export interface Timeline {
  scroller: HTMLElement
  tree: HTMLElement
  rows: Row[]
  elements: HTMLElement[]
  /** Draws the links of an item as the ones at hand; null: of none. */
  linkTo(item: number | null): void
}

/* ---- bars -------------------------------------------------------------------------------------- */

function groupShape(bar: Bar, y: number): SVGGElement {
  const { x, width } = bar
  const tip = Math.min(5, width / 2)
  const d = `M${px(x)} ${y - 5}H${px(x + width)}V${y + 5}L${px(x + width - tip)} ${y}H${px(x + tip)}L${px(x)} ${y + 5}Z`
  return s('g', { class: 'group' }, s('path', { class: 'bar-shape', d }))
}

function milestoneShape(bar: Bar, y: number): SVGGElement {
  const x = bar.x + bar.width / 2
  return s(
    'g',
    { class: 'milestone' },
    s('path', {
      class: 'bar-shape',
      d: `M${px(x)} ${y - 8}L${px(x + 8)} ${y}L${px(x)} ${y + 8}L${px(x - 8)} ${y}Z`
    })
  )
}

/** A rounded bar; an end that is not known is torn off. */
function barShape(bar: Bar, y: number): SVGGElement {
  const [top, bottom, r] = [y - 7, y + 7, Math.min(3, bar.width / 2)]
  const [left, right] = [bar.x, bar.x + bar.width]
  const end = bar.openEnd
    ? `H${px(right - 6)}L${px(right)} ${y}L${px(right - 6)} ${bottom}`
    : `H${px(right - r)}Q${px(right)} ${top} ${px(right)} ${top + r}V${bottom - r}Q${px(right)} ${bottom} ${px(right - r)} ${bottom}`
  const start = bar.openStart
    ? `H${px(left + 6)}L${px(left)} ${y}L${px(left + 6)} ${top}Z`
    : `H${px(left + r)}Q${px(left)} ${bottom} ${px(left)} ${bottom - r}V${top + r}Q${px(left)} ${top} ${px(left + r)} ${top}Z`
  const group = s('g', { class: 'leaf' })
  group.append(
    s('path', {
      class: 'bar-shape',
      d: `M${px(bar.openStart ? left + 6 : left + r)} ${top}${end}${start}`
    })
  )
  const done = bar.width * bar.progress
  if (done > 1 && bar.progress < 1)
    group.append(s('rect', { class: 'progress', x: px(left), y: top, width: px(done), height: 14, rx: r }))
  return group
}

function slackShape(bar: Bar, y: number, after: number): SVGPathElement | undefined {
  if (bar.slack < 2) return undefined
  const from = bar.x + (bar.shape === 'milestone' ? bar.width / 2 + 8 : bar.width)
  const to = Math.max(bar.x + bar.width + bar.slack, after)
  return to - from < 2
    ? undefined
    : s('path', { class: 'slack', d: `M${px(from)} ${y}H${px(to)}M${px(to)} ${y - 4}V${y + 4}` })
}

function track(
  row: Row,
  bar: Bar | null,
  gates: Gate[],
  frame: Frame,
  y: number,
  height: number
): SVGSVGElement {
  const { item } = row
  const svg = picture(frame.chartWidth, height, 'track')
  if (!bar) return svg
  const state = stateOf(item)
  const shape =
    bar.shape === 'group'
      ? groupShape(bar, y)
      : bar.shape === 'milestone'
        ? milestoneShape(bar, y)
        : barShape(bar, y)
  shape.classList.add('bar', state)
  if (item.critical) shape.classList.add('critical')
  const end = bar.shape === 'milestone' ? bar.x + bar.width / 2 + 8 : bar.x + bar.width
  const slack = slackShape(bar, y, end)
  if (slack) svg.append(slack)
  svg.append(shape)
  if (state === 'done' && bar.shape === 'bar' && bar.width >= 16) {
    const x = bar.x + Math.min(12, bar.width / 2)
    svg.append(
      s('path', {
        class: 'tick',
        d: `M${px(x - 4)} ${y}L${px(x - 1)} ${y + 3}L${px(x + 4.5)} ${y - 3}`
      })
    )
  }
  let right = Math.max(end, slack ? bar.x + bar.width + bar.slack : 0)
  for (const gate of gates) {
    const look = gateLook(gate)
    if (gate.entry) svg.append(gateMark(look, bar.x - 7, y))
    else {
      svg.append(gateMark(look, end + 9, y))
      right = Math.max(right, end + 16)
    }
  }
  if (!frame.stacked && !row.open && item.owners.length && right + 8 < frame.chartWidth - 30)
    svg.append(s('text', { class: 'beside', x: px(right + 7), y: y + 4 }, item.owners.join(', ')))
  return svg
}

/* ---- names ------------------------------------------------------------------------------------- */

function findingBadge(item: Item): HTMLElement | undefined {
  const { errors, warnings, hints } = item.findings
  const [look, count]: [FindingLook, number] = errors
    ? ['error', errors]
    : warnings
      ? ['warning', warnings]
      : ['hint', hints]
  return count ? h('span', { class: `badge ${look}` }, findingMark(look), String(count)) : undefined
}

function label(row: Row, plan: Plan, placed: boolean, toggle: () => void): HTMLElement {
  const { item } = row
  const twisty = h('span', { class: row.parent ? (row.open ? 'twisty open' : 'twisty') : 'twisty none' })
  if (row.parent)
    twisty.addEventListener('click', (event) => {
      event.stopPropagation()
      toggle()
    })
  const name = h(
    'span',
    { class: `name ${stateOf(item)}${row.parent ? ' parent' : ''}`, dir: 'auto' },
    titleOf(item)
  )
  const when = !placed && item.when ? h('span', { class: 'when' }, timeWords(item, plan)) : undefined
  const tasks = item.tasks ? h('span', { class: 'tasks' }, `${item.tasksDone}/${item.tasks}`) : undefined
  const critical = item.critical ? h('span', { class: 'critical-sign' }, 'crit') : undefined
  const box = h(
    'div',
    { class: 'label', 'aria-hidden': 'true' },
    twisty,
    name,
    when,
    findingBadge(item),
    tasks,
    critical
  )
  box.style.setProperty('--depth', String(Math.min(item.depth, 6)))
  return box
}

/* ---- checkpoints and stop conditions ------------------------------------------------------------ */

function lane(plan: Plan, frame: Frame, tooltip: Tooltip): ChartRow | undefined {
  const points = plan.checkpoints.filter((point) => point.day !== null)
  const stops = plan.stops.filter((stop) => stop.day !== null)
  if (points.length + stops.length === 0) return undefined
  const svg = picture(frame.chartWidth, LANE, 'track')
  const taken: number[] = []
  /** At its day's end, or beside what stands there already. */
  const place = (day: number): number => {
    let x = xOf(frame.axis, day + 1)
    while (taken.some((other) => Math.abs(other - x) < 14)) x += 14
    taken.push(x)
    return x
  }
  const put = (mark: SVGGElement, title: string, fact: string) => {
    mark.prepend(s('rect', { class: 'target', x: -8, y: -10, width: 18, height: 20 }))
    tooltip.attachToPointer(mark, () => ({ title, facts: [{ name: '', value: fact }] }))
    svg.append(mark)
  }
  for (const point of points)
    put(
      checkpointMark(place(point.day ?? 0), LANE / 2),
      point.title || 'Checkpoint',
      `${point.at}: ${money(point.amount)} spent at most`
    )
  for (const stop of stops)
    put(
      stopMark(stop.outcome === 'holds', place(stop.day ?? 0), LANE / 2),
      `Stop: ${stop.condition}`,
      stop.outcome
    )
  const words =
    points.length && stops.length
      ? 'Checkpoints and stops'
      : points.length
        ? 'Checkpoints'
        : 'Stop conditions'
  const name = h('div', { class: 'label lane-label' }, h('span', { class: 'name' }, words))
  const element = h('div', { class: 'row lane', 'aria-hidden': 'true' }, name, svg)
  element.style.height = `${frame.stacked ? STACKED_ROW : LANE}px`
  return { element, height: frame.stacked ? STACKED_ROW : LANE }
}

/* ---- all --------------------------------------------------------------------------------------- */

function newRow(
  row: Row,
  options: TimelineOptions,
  gates: Gate[],
  around: Neighbours,
  bar: Bar | null
): ChartRow {
  const { plan, frame } = options
  const { item } = row
  const stacked = frame?.stacked ?? false
  const height = stacked ? STACKED_ROW : ROW
  const element = h(
    'div',
    {
      class: 'row',
      role: 'treeitem',
      tabindex: -1,
      'aria-level': item.depth + 1,
      'aria-posinset': row.position,
      'aria-setsize': row.siblings,
      'aria-expanded': row.parent ? String(row.open) : undefined,
      'aria-selected': 'false',
      'data-key': item.key
    },
    h('span', { class: 'spoken' }, spoken(item, plan, gates, around)),
    label(row, plan, bar !== null, () => options.toggle(item.key))
  )
  if (frame) element.append(track(row, bar, gates, frame, stacked ? 11 : ROW / 2, stacked ? 24 : ROW))
  element.style.height = `${height}px`
  options.tooltip.attach(element, () => ({
    title: titleOf(item),
    subtitle: [item.kind !== 'other' ? item.kind.replace('-', ' ') : '', item.id].filter(Boolean).join(' '),
    facts: factsOf(item, plan, gates, around)
  }))
  return { element, height }
}

interface Placed {
  bars: (Bar | null)[]
  rows: Row[]
  tops: number[]
  middle: number
}

function drawLinks(chart: Chart, plan: Plan, placed: Placed, rowHeight: number, at: number | null): void {
  const seen = new Set<string>()
  chart.overlay.replaceChildren()
  for (const edge of plan.edges) {
    const [from, to] = [rowFor(plan, placed.rows, edge.for), rowFor(plan, placed.rows, edge.waits)]
    const near = at !== null && (edge.for === at || edge.waits === at)
    if (from < 0 || to < 0 || from === to || (!near && plan.edges.length > LINKS_AT_ONCE)) continue
    const name = `${from} ${to}`
    const [a, b] = [placed.bars[from], placed.bars[to]]
    if (!a || !b || seen.has(name)) continue
    seen.add(name)
    const start = a.shape === 'milestone' ? a.x + a.width / 2 + 8 : a.x + a.width
    const y1 = (placed.tops[from] ?? 0) + placed.middle
    const down = to > from ? 1 : -1
    const tip = {
      x: b.shape === 'milestone' ? b.x + b.width / 2 : b.x + Math.min(5, b.width / 2),
      y: (placed.tops[to] ?? 0) + placed.middle - down * (b.shape === 'group' ? 6 : 9)
    }
    const link = s('g', {
      class: near ? 'link near' : 'link',
      'data-from': edge.for,
      'data-to': edge.waits
    })
    link.append(
      s('path', {
        class: 'link-line',
        d: linkPath(start, y1, { x: tip.x, y: tip.y - 4 * down }, rowHeight)
      })
    )
    link.append(s('path', { class: 'link-tip', d: `M${px(tip.x)} ${tip.y}l-3.5 ${-6 * down}h7Z` }))
    if (near) chart.overlay.append(link)
    else chart.overlay.prepend(link)
  }
}

export function newTimeline(options: TimelineOptions): Timeline {
  const { plan, frame, today } = options
  const rows = rowsOf(plan, options.closed)
  const gates = gatesByItem(plan)
  const around = neighboursOf(plan)
  const bars = rows.map((row) => (frame ? barOf(row.item, row.parent, frame.axis) : null))
  const lines = rows.map((row, index) =>
    newRow(
      row,
      options,
      gates.get(row.item.index) ?? [],
      around[row.item.index] ?? { before: [], after: [] },
      bars[index] ?? null
    )
  )
  const tree = h('div', {
    class: rows.length > MANY ? 'tree many' : 'tree',
    role: 'tree',
    'aria-label': 'Timeline'
  })
  if (!frame) {
    tree.append(...lines.map((line) => line.element))
    const scroller = h('div', { class: 'scroller bare' }, tree, options.footer)
    return { scroller, tree, rows, elements: lines.map((line) => line.element), linkTo: () => undefined }
  }
  const marks = lane(plan, frame, options.tooltip)
  const chart = newChart(frame, plan, today, options.corner, tree, lines, options.footer)
  if (marks) {
    tree.before(marks.element)
    chart.overlay.style.top = `${marks.height}px`
  }
  const placed = { bars, rows, tops: chart.tops, middle: frame.stacked ? 33 : ROW / 2 }
  const linkTo = (at: number | null) => drawLinks(chart, plan, placed, frame.stacked ? STACKED_ROW : ROW, at)
  linkTo(null)
  return { scroller: chart.scroller, tree, rows, elements: lines.map((line) => line.element), linkTo }
}

export type { Axis }
