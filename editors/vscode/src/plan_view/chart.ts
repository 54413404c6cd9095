// chart.ts: what timeline and owner load share: a time axis along the top that stays, names at the left
// that stay, lines for weeks and months, today's line, and rows between them.

import { newAxis, fitScale, clampScale, ticksOf, widthOf, xOf, extent } from './axis'
import type { Axis } from './axis'
import type { Load, Plan } from './data'
import { longDate } from './dates'
import { h, picture, px, s } from './dom'

export const AXIS_HEIGHT = 42
/** Narrower than this, names stand above their bars, which leave a little room at the left. */
const NARROW = 560
const GUTTER = 14

export interface Frame {
  axis: Axis
  /** Names above their bars instead of beside them. */
  stacked: boolean
  labelWidth: number
  chartWidth: number
}

export function frameOf(
  plan: Plan,
  loads: Load[],
  today: number | null,
  width: number,
  scale: number | null
): Frame | null {
  const days = extent(plan, loads, today)
  if (!days) return null
  const stacked = width < NARROW
  const labelWidth = stacked ? GUTTER : Math.round(Math.min(380, Math.max(200, width * 0.32)))
  const axis = newAxis(plan, days, 1)
  axis.scale =
    scale === null ? fitScale(axis, width - labelWidth - (stacked ? GUTTER : 0)) : clampScale(scale)
  return { axis, stacked, labelWidth, chartWidth: Math.max(widthOf(axis), width - labelWidth) }
}

/** Today's line has a place only where days are dates that somebody stated. */
export function todayX(plan: Plan, axis: Axis, today: number | null): number | null {
  if (today === null || plan.anchor !== 'stated' || plan.floating) return null
  return today < axis.from || today >= axis.to ? null : xOf(axis, today + 0.5)
}

function axisPicture(frame: Frame, today: number | null, todayAt: number | null): SVGSVGElement {
  const { axis, chartWidth } = frame
  const ticks = ticksOf(axis)
  const svg = picture(chartWidth, AXIS_HEIGHT, 'axis-picture')
  const half = AXIS_HEIGHT / 2
  for (const [tier, top] of [
    [ticks.top, 0],
    [ticks.bottom, half]
  ] as const)
    for (const tick of tier) {
      svg.append(s('path', { class: 'axis-line', d: `M${px(tick.x)} ${top + 4}V${top + half}` }))
      const narrow = top === half && tick.width < 60
      const label = tick.label.length * 6
      const middle = narrow ? tick.x + tick.width / 2 : tick.x + 5 + label / 2
      const hidden = top === half && todayAt !== null && Math.abs(middle - todayAt) < 22 + label / 2
      svg.append(
        s(
          'text',
          {
            class: top === 0 ? 'axis-top' : 'axis-bottom',
            x: px(narrow ? tick.x + tick.width / 2 : tick.x + 5),
            y: top + 15,
            'text-anchor': narrow ? 'middle' : 'start'
          },
          hidden ? '' : tick.label
        )
      )
    }
  if (todayAt !== null && today !== null) {
    const name = s('g', { class: 'today-name' })
    const x = Math.min(chartWidth - 22, Math.max(22, todayAt))
    name.append(s('title', {}, `Today, ${longDate(today)}`))
    name.append(s('rect', { x: px(x - 20), y: half + 2, width: 40, height: 16, rx: 8 }))
    name.append(s('text', { x: px(x), y: half + 14, 'text-anchor': 'middle' }, 'Today'))
    svg.append(name)
  }
  return svg
}

/** Lines from top to bottom, however high the rows together are. */
function gridPicture(frame: Frame, todayAt: number | null): SVGSVGElement {
  const ticks = ticksOf(frame.axis)
  const svg = picture(frame.chartWidth, 1, 'grid')
  const line = (name: string, x: number) =>
    s('line', { class: name, x1: px(x), x2: px(x), y1: 0, y2: '100%' })
  for (const tick of ticks.bottom) svg.append(line(tick.major ? 'line major' : 'line', tick.x))
  for (const tick of ticks.top) svg.append(line('line major', tick.x))
  if (todayAt !== null) svg.append(line('today', todayAt))
  return svg
}

export interface ChartRow {
  element: HTMLElement
  height: number
}

export interface Chart {
  scroller: HTMLElement
  /** Over the rows, for what joins several. */
  overlay: SVGSVGElement
  tops: number[]
}

/** The whole chart; `body` holds the rows and says what they are. */
export function newChart(
  frame: Frame,
  plan: Plan,
  today: number | null,
  corner: Node,
  body: HTMLElement,
  rows: ChartRow[],
  footer?: Node
): Chart {
  const tops: number[] = []
  let height = 0
  for (const row of rows) {
    tops.push(height)
    height += row.height
    body.append(row.element)
  }
  const at = todayX(plan, frame.axis, today)
  const overlay = picture(frame.chartWidth, height, 'overlay')
  const axis = h(
    'div',
    { class: 'axis' },
    h('div', { class: 'corner' }, frame.stacked ? '' : corner),
    axisPicture(frame, today, at)
  )
  const canvas = h(
    'div',
    { class: 'canvas' },
    axis,
    h('div', { class: 'rows' }, gridPicture(frame, at), overlay, body)
  )
  canvas.style.width = `${frame.labelWidth + frame.chartWidth}px`
  canvas.style.setProperty('--label-width', `${frame.labelWidth}px`)
  const scroller = h('div', { class: frame.stacked ? 'scroller stacked' : 'scroller' }, canvas)
  if (footer) scroller.append(footer)
  return { scroller, overlay, tops }
}
