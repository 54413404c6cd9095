// axis.ts: from days to pixels, and what is written along the top: years and months, weeks, or days,
// whatever there is room for.

import { civil, monday, monthStart, MONTHS } from './dates'
import type { Load, Plan } from './data'

export interface Axis {
  /** First day, and the day behind the last. */
  from: number
  to: number
  /** Pixels per day. */
  scale: number
  /** Days are the plan's own from 0: only weeks are written. */
  floating: boolean
  /** First day of week 1 where the plan counts weeks. */
  weekOne: number | null
}

export interface Tick {
  /** Pixels from the left edge. */
  x: number
  width: number
  label: string
  /** A stronger line. */
  major: boolean
}

export interface Ticks {
  /** Years, or months. */
  top: Tick[]
  /** Months, weeks, or days. */
  bottom: Tick[]
}

export const MIN_SCALE = 0.02
export const MAX_SCALE = 40

export const xOf = (axis: Axis, day: number): number => (day - axis.from) * axis.scale
export const widthOf = (axis: Axis): number => (axis.to - axis.from) * axis.scale

/** The days that a picture of the plan must hold, or null where nothing has any. An open end adds some. */
export function extent(plan: Plan, loads: Load[], today: number | null): [number, number] | null {
  let from = Infinity
  let to = -Infinity
  const take = (day: number | null) => {
    if (day === null) return
    from = Math.min(from, day)
    to = Math.max(to, day + 1)
  }
  for (const item of plan.items) {
    if (item.from !== null && item.to !== null && item.to < item.from) continue
    take(item.from)
    take(item.to)
    if (item.to !== null && item.slackDays !== null && item.slackDays > 0) take(item.to + item.slackDays)
  }
  if (from === Infinity) return null
  for (const point of plan.checkpoints) take(point.day)
  for (const stop of plan.stops) take(stop.day)
  // Work elsewhere is shown as far as it lies beside this plan.
  const [first, last] = [from, to]
  for (const load of loads)
    for (const run of load.runs)
      if (run.from < last && run.to >= first) {
        take(Math.max(run.from, first - 28))
        take(Math.min(run.to, last + 28))
      }
  // Today, where it is near enough not to crush the plan into a corner.
  const near = Math.max(28, (to - from) / 3)
  if (today !== null && plan.anchor === 'stated' && today > from - near && today < to + near) take(today)
  return [from, to]
}

/** An axis that begins and ends with whole weeks and leaves some room at its end. */
export function newAxis(plan: Plan, days: [number, number], scale: number): Axis {
  const week = (day: number) => (plan.floating ? day - (((day % 7) + 7) % 7) : monday(day))
  const room = Math.max(2, Math.ceil((days[1] - days[0]) * 0.03))
  return {
    from: week(days[0]),
    to: week(days[1] + room + 6),
    scale,
    floating: plan.floating,
    weekOne: plan.weeks ? plan.weekOne : null
  }
}

/** The scale at which the axis fills a width. */
export function fitScale(axis: Axis, width: number): number {
  return clampScale(width / Math.max(1, axis.to - axis.from))
}

export const clampScale = (scale: number): number => Math.min(MAX_SCALE, Math.max(MIN_SCALE, scale))

/* ---- ticks ------------------------------------------------------------------------------------ */

const STEPS = [1, 2, 4, 8, 13, 26, 52, 104, 208, 520]

/** Weeks between labels of that width. */
function weekStep(scale: number, label: number): number {
  return STEPS.find((step) => step * 7 * scale >= label) ?? 1040
}

function tick(axis: Axis, from: number, to: number, label: string, major = false): Tick {
  const x = xOf(axis, Math.max(from, axis.from))
  return { x, width: xOf(axis, Math.min(to, axis.to)) - x, label, major }
}

function weeks(axis: Axis, label: (day: number) => string, room: number): Tick[] {
  const step = weekStep(axis.scale, room) * 7
  const origin = axis.weekOne ?? axis.from
  const first = origin + Math.floor((axis.from - origin) / step) * step
  const ticks: Tick[] = []
  for (let day = first; day < axis.to; day += step)
    if (day + step > axis.from) ticks.push(tick(axis, day, day + step, label(day)))
  return ticks
}

/** Spans of so many months that begin where the calendar does. */
function months(axis: Axis, count: number, label: (year: number, month: number) => string): Tick[] {
  const ticks: Tick[] = []
  const first = civil(axis.from)
  let month = Math.floor(first.month / count) * count
  for (;;) {
    const from = monthStart(first.year, month)
    if (from >= axis.to) return ticks
    const at = civil(from)
    ticks.push(tick(axis, from, monthStart(first.year, month + count), label(at.year, at.month), true))
    month += count
  }
}

function days(axis: Axis): Tick[] {
  const ticks: Tick[] = []
  for (let day = axis.from; day < axis.to; day++) {
    const at = civil(day)
    ticks.push(tick(axis, day, day + 1, String(at.day), at.weekday === 1))
  }
  return ticks
}

const weekNumber = (axis: Axis, day: number): string => {
  const number = Math.floor((day - (axis.weekOne ?? 0)) / 7)
  return number >= 0 ? `W${number + 1}` : ''
}

/** A label is written only where it fits. */
function fitting(ticks: Tick[], perCharacter: number): Tick[] {
  return ticks.map((one) => (one.label.length * perCharacter + 6 <= one.width ? one : { ...one, label: '' }))
}

export function ticksOf(axis: Axis): Ticks {
  const month = 30.4 * axis.scale
  const named = (year: number, at: number) =>
    month >= 64 || (at === 0 && month >= 58) ? `${MONTHS[at]} ${year}` : `${MONTHS[at]}`
  const year = (at: number) => String(at)
  if (axis.floating) {
    const bottom = weeks(axis, (day) => weekNumber(axis, day), 34)
    return { top: [tick(axis, axis.from, axis.to, 'Weeks', true)], bottom: fitting(bottom, 6) }
  }
  if (axis.scale >= 18) return { top: fitting(months(axis, 1, named), 6), bottom: fitting(days(axis), 6) }
  if (7 * axis.scale >= 13) {
    const label = (day: number) => (axis.weekOne === null ? String(civil(day).day) : weekNumber(axis, day))
    const origin = axis.weekOne === null ? { ...axis, weekOne: axis.from } : axis
    return {
      top: fitting(months(axis, 1, named), 6),
      bottom: fitting(weeks(origin, label, axis.weekOne === null ? 22 : 30), 6)
    }
  }
  if (month >= 26)
    return {
      top: fitting(months(axis, 12, year), 6),
      bottom: fitting(
        months(axis, 1, (_, m) => MONTHS[m] ?? ''),
        6
      )
    }
  if (3 * month >= 20) {
    const quarter = (_: number, m: number) => `Q${m / 3 + 1}`
    return { top: fitting(months(axis, 12, year), 6), bottom: fitting(months(axis, 3, quarter), 6) }
  }
  const decade = 120 * month
  const step = [1, 2, 5, 10, 20, 50, 100].find((count) => (count * decade) / 10 >= 36) ?? 500
  return { top: [], bottom: fitting(months(axis, 12 * step, year), 6) }
}
