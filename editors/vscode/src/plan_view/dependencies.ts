// dependencies.ts: which item waits for which, as boxes and arrows.

import type { Gate, Plan } from './data'
import { plural } from './dates'
import { h, picture, px, s } from './dom'
import { NODE_HEIGHT, NODE_WIDTH, pathThrough, pictureOf } from './graph'
import type { Link, Node as Box, Picture } from './graph'
import { findingMark } from './marks'
import { gatesByItem, neighboursOf, stateOf } from './rows'
import type { Neighbours } from './rows'
import type { Tooltip } from './tooltip'
import { factsOf, shortTime, spoken, stateWords, titleOf } from './words'

/** Narrower than this, the picture runs from top to bottom. */
const NARROW = 640
const SMALLEST_FIT = 0.55

export interface DependenciesOptions {
  plan: Plan
  width: number
  zoom: number | null
  tooltip: Tooltip
}

export interface Dependencies {
  scroller: HTMLElement
  /** In the plan's order, and which item each is. */
  elements: HTMLElement[]
  items: number[]
  zoom: number
  /** Where an arrow key leads from a box. */
  step(at: number, key: string): number | null
  /** Makes an item's arrows stand out; null: none. */
  linkTo(item: number | null): void
}

/** The last picture is kept: what is typed seldom changes what waits for what. */
let kept: { name: string; picture: Picture } | undefined

function pictureFor(plan: Plan, across: boolean): Picture {
  const name = JSON.stringify([across, plan.items.length, plan.edges])
  if (kept?.name !== name) kept = { name, picture: pictureOf(plan, across) }
  return kept.picture
}

function boxOf(box: Box, plan: Plan, gates: Gate[], around: Neighbours, tooltip: Tooltip): HTMLElement {
  const item = plan.items[box.item]
  if (!item) return h('div')
  const state = stateOf(item)
  const { errors, warnings } = item.findings
  const sub = [shortTime(item, plan), stateWords(item)]
  const element = h(
    'div',
    {
      class: `node ${state}${item.critical ? ' critical' : ''}${box.circular ? ' circular' : ''}`,
      role: 'button',
      tabindex: -1,
      'data-key': item.key
    },
    h(
      'span',
      { class: 'spoken' },
      spoken(item, plan, gates, around) + (box.circular ? ', waits for itself by way of others' : '')
    ),
    h('div', { class: 'node-title', dir: 'auto', 'aria-hidden': 'true' }, titleOf(item)),
    h(
      'div',
      { class: 'node-sub', 'aria-hidden': 'true' },
      h('span', {}, box.circular ? 'waits for itself' : sub.filter(Boolean).join(' · ')),
      errors || warnings
        ? h('span', { class: 'badge' }, findingMark(errors ? 'error' : 'warning'))
        : undefined,
      item.critical ? h('span', { class: 'critical-sign' }, 'crit') : undefined
    )
  )
  element.style.left = `${px(box.x)}px`
  element.style.top = `${px(box.y)}px`
  element.style.width = `${NODE_WIDTH}px`
  element.style.height = `${NODE_HEIGHT}px`
  tooltip.attach(element, () => ({
    title: titleOf(item),
    subtitle: item.kind === 'other' ? '' : item.kind.replace('-', ' '),
    facts: factsOf(item, plan, gates, around)
  }))
  return element
}

function linkShape(link: Link, plan: Plan): SVGGElement {
  const [from, to] = [plan.items[link.from], plan.items[link.to]]
  const critical = from?.critical && to?.critical
  const group = s('g', { class: `link${critical ? ' critical' : ''}${link.circular ? ' circular' : ''}` })
  const last = link.points[link.points.length - 1]
  const before = link.points[link.points.length - 2] ?? last
  group.append(s('path', { class: 'link-line', d: pathThrough(link.points) }))
  if (last && before) {
    const angle = (Math.atan2(last.y - before.y, last.x - before.x) * 180) / Math.PI
    group.append(
      s('path', {
        class: 'link-tip',
        d: 'M0 0l-8 -4.5v9Z',
        transform: `translate(${px(last.x)} ${px(last.y)}) rotate(${px(angle)})`
      })
    )
  }
  return group
}

/** The box that lies nearest in the key's direction. */
export function nearest(boxes: readonly { x: number; y: number }[], at: number, key: string): number | null {
  const from = boxes[at]
  const direction: Record<string, [number, number]> = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1]
  }
  const along = direction[key]
  if (!from || !along) return null
  let best: number | null = null
  let least = Infinity
  boxes.forEach((box, index) => {
    const [dx, dy] = [box.x - from.x, box.y - from.y]
    const ahead = dx * along[0] + dy * along[1]
    const aside = Math.abs(dx * along[1] + dy * along[0])
    if (index === at || ahead <= 0.5) return
    const distance = ahead + 2 * aside
    if (distance < least) [best, least] = [index, distance]
  })
  return best
}

export function newDependencies(options: DependenciesOptions): Dependencies {
  const { plan, width, tooltip } = options
  const shown = pictureFor(plan, width >= NARROW)
  const gates = gatesByItem(plan)
  const around = neighboursOf(plan)
  const fit = Math.min(1, Math.max(SMALLEST_FIT, width / Math.max(1, shown.width)))
  const zoom = options.zoom ?? fit
  const svg = picture(shown.width, shown.height, 'links')
  const links = shown.links.map((link) => linkShape(link, plan))
  svg.append(...links)
  const elements = shown.nodes.map((node) =>
    boxOf(node, plan, gates.get(node.item) ?? [], around[node.item] ?? { before: [], after: [] }, tooltip)
  )
  const canvas = h(
    'div',
    { class: 'graph', role: 'group', 'aria-label': 'Dependencies: each item and what waits for it' },
    svg,
    ...elements
  )
  canvas.style.width = `${px(shown.width)}px`
  canvas.style.height = `${px(shown.height)}px`
  canvas.style.transform = `scale(${zoom})`
  const room = h('div', { class: 'graph-room' }, canvas)
  room.style.width = `${px(shown.width * zoom)}px`
  room.style.height = `${px(shown.height * zoom)}px`
  const note = shown.alone
    ? h(
        'p',
        { class: 'note' },
        `${plural(shown.alone, 'other item')} ${shown.alone === 1 ? 'waits' : 'wait'} for nothing.`
      )
    : undefined
  const scroller = h('div', { class: 'scroller' }, room, note)
  return {
    scroller,
    elements,
    items: shown.nodes.map((node) => node.item),
    zoom,
    step: (at, key) => nearest(shown.nodes, at, key),
    linkTo: (item) =>
      links.forEach((link, index) => {
        const ends = shown.links[index]
        link.classList.toggle('near', item !== null && (ends?.from === item || ends?.to === item))
      })
  }
}
