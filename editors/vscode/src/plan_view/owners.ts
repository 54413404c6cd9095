// owners.ts: the people of a plan and how much each carries over time.

import { newChart } from './chart'
import type { ChartRow, Frame } from './chart'
import type { Item, Load, Plan } from './data'
import { h, picture, px, s } from './dom'
import { blocksOf, ceilingOf, itemOfRun, peakOf } from './load'
import type { Block } from './load'
import type { Tooltip, TooltipText } from './tooltip'
import { exceeds, loadWords, percent, runWords } from './words'
import { plural } from './dates'

const LANE = 58
const STACKED_LANE = 80
const TOP = 10
const BOTTOM = 6

export interface OwnersOptions {
  plan: Plan
  loads: Load[]
  frame: Frame
  today: number | null
  corner: Node
  footer: Node
  tooltip: Tooltip
  jump(item: Item, stay: boolean): void
  /** Says it to those who listen. */
  say(text: string): void
}

export interface Owners {
  scroller: HTMLElement
  list: HTMLElement
  elements: HTMLElement[]
  /** Left and right go along somebody's time, Enter shows what it is. */
  key(row: number, key: string): boolean
}

function runText(load: Load, plan: Plan, block: Block): TooltipText {
  const { run } = block
  const over = exceeds(run.load, load.capacity)
  return {
    title: `${load.name}: ${percent(run.load)}${over ? ` of ${percent(load.capacity)}` : ''}`,
    subtitle: runWords(run, plan),
    facts: run.items.slice(0, 8).map((item, index) => ({ name: index === 0 ? 'Works on' : '', value: item }))
  }
}

function laneOf(
  load: Load,
  frame: Frame,
  ceiling: number
): { svg: SVGSVGElement; blocks: Block[]; marks: SVGGElement[] } {
  const height = LANE - TOP - BOTTOM
  const base = TOP + height
  const svg = picture(frame.chartWidth, LANE, 'track')
  const blocks = blocksOf(load, frame.axis, ceiling, height)
  const marks = blocks.map((block) => {
    const mark = s('g', { class: block.over > 0 ? 'run over' : 'run' })
    const { x, width } = block
    mark.append(
      s('rect', {
        class: 'carried',
        x: px(x),
        y: px(base - block.height + block.over),
        width: px(Math.max(1, width - 1)),
        height: px(block.height - block.over)
      })
    )
    if (block.over > 0)
      mark.append(
        s('rect', {
          class: 'too-much',
          x: px(x),
          y: px(base - block.height),
          width: px(Math.max(1, width - 1)),
          height: px(block.over)
        }),
        s('rect', {
          class: 'hatch',
          x: px(x),
          y: px(base - block.height),
          width: px(Math.max(1, width - 1)),
          height: px(block.over),
          fill: 'url(#hatch)'
        })
      )
    const text = percent(block.run.load)
    if (width >= text.length * 7 + 4)
      mark.append(
        s(
          'text',
          {
            class: 'load',
            x: px(x + width / 2),
            y: px(base - Math.max(4, block.height / 2 - 4)),
            'text-anchor': 'middle'
          },
          text
        )
      )
    return mark
  })
  svg.append(...marks)
  const line = base - load.capacity * (height / ceiling)
  svg.append(s('path', { class: 'capacity', d: `M0 ${px(line)}H${px(frame.chartWidth)}` }))
  svg.append(s('path', { class: 'base', d: `M0 ${px(base)}H${px(frame.chartWidth)}` }))
  return { svg, blocks, marks }
}

export const hatch = (): SVGSVGElement =>
  s(
    'svg',
    { class: 'defs', width: 0, height: 0, 'aria-hidden': 'true' },
    s(
      'defs',
      {},
      s(
        'pattern',
        {
          id: 'hatch',
          width: 6,
          height: 6,
          patternUnits: 'userSpaceOnUse',
          patternTransform: 'rotate(45)'
        },
        s('path', { class: 'hatch-line', d: 'M0 0V6' })
      )
    )
  )

export function newOwners(options: OwnersOptions): Owners {
  const { plan, loads, frame, tooltip } = options
  const ceiling = ceilingOf(loads)
  const list = h('div', { class: 'tree', role: 'listbox', 'aria-label': 'Owner load' })
  const chosen = loads.map(peakOf)
  const lanes = loads.map((load) => laneOf(load, frame, ceiling))
  const rows: ChartRow[] = loads.map((load, index) => {
    const over = load.runs.some((run) => exceeds(run.load, load.capacity))
    const sub = [
      load.role,
      plural(load.owned, 'open item'),
      load.capacity === 1 ? '' : `can carry ${percent(load.capacity)}`
    ]
    const height = frame.stacked ? STACKED_LANE : LANE
    const element = h(
      'div',
      {
        class: 'row person',
        role: 'option',
        tabindex: -1,
        'aria-selected': 'false'
      },
      h('span', { class: 'spoken' }, loadWords(load, plan)),
      h(
        'div',
        { class: 'label', 'aria-hidden': 'true' },
        h(
          'div',
          { class: 'who' },
          h('span', { class: 'name', dir: 'auto' }, load.name),
          h('span', { class: 'sub' }, sub.filter(Boolean).join(' · '))
        ),
        over ? h('span', { class: 'badge over' }, 'over') : undefined
      ),
      lanes[index]?.svg
    )
    element.style.height = `${height}px`
    return { element, height }
  })
  lanes.forEach((lane, row) =>
    lane.marks.forEach((mark, at) => {
      const [load, block] = [loads[row], lane.blocks[at]]
      if (!load || !block) return
      tooltip.attachToPointer(mark, () => runText(load, plan, block))
      mark.addEventListener('click', () => {
        const item = itemOfRun(plan, load, block.run)
        if (item) options.jump(item, false)
      })
    })
  )
  const key = (row: number, name: string): boolean => {
    const [load, lane, at] = [loads[row], lanes[row], chosen[row] ?? 0]
    if (!load || !lane || load.runs.length === 0) return false
    if (name === 'Enter' || name === ' ') {
      const run = load.runs[at]
      const item = run && itemOfRun(plan, load, run)
      if (item) options.jump(item, name === ' ')
      return true
    }
    if (name !== 'ArrowLeft' && name !== 'ArrowRight') return false
    const next = Math.min(lane.blocks.length - 1, Math.max(0, at + (name === 'ArrowLeft' ? -1 : 1)))
    chosen[row] = next
    lane.marks.forEach((mark, index) => mark.classList.toggle('chosen', index === next))
    const block = lane.blocks[next]
    const box = lane.marks[next]?.getBoundingClientRect()
    if (!block || !box) return true
    const text = runText(load, plan, block)
    lane.marks[next]?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    tooltip.show(text, box.left, box.bottom + 8, box.top - 8)
    options.say(`${text.title}, ${text.subtitle ?? ''}, ${block.run.items.join(', ')}`)
    return true
  }
  const chart = newChart(frame, plan, options.today, options.corner, list, rows, options.footer)
  chart.scroller.prepend(hatch())
  return { scroller: chart.scroller, list, elements: rows.map((row) => row.element), key }
}
