// load.ts: who carries how much when, as blocks under a line that is what they can carry.

import type { Axis } from './axis'
import { xOf } from './axis'
import type { Item, Load, Plan, Run } from './data'
import { exceeds } from './words'

export interface Block {
  run: Run
  x: number
  width: number
  /** Pixels: of the whole block, and of what is over the capacity. */
  height: number
  over: number
}

/** One who has all the work must not make everybody else's look like none: what is more is cut off. */
const HIGHEST = 2.5

/** The load that a lane shows at its full height: the peak, and never less than what somebody can carry. */
export function ceilingOf(loads: Load[]): number {
  let ceiling = 1
  for (const load of loads) {
    ceiling = Math.max(ceiling, load.capacity)
    for (const run of load.runs) ceiling = Math.max(ceiling, Math.min(run.load, HIGHEST))
  }
  return ceiling
}

export function blocksOf(load: Load, axis: Axis, ceiling: number, height: number): Block[] {
  const perUnit = height / ceiling
  return load.runs.flatMap((run) => {
    const from = Math.max(run.from, axis.from)
    const to = Math.min(run.to + 1, axis.to)
    if (to <= from) return []
    const shown = Math.min(run.load, ceiling)
    const over = exceeds(run.load, load.capacity) ? Math.max(0, shown - load.capacity) : 0
    return [
      {
        run,
        x: xOf(axis, from),
        width: (to - from) * axis.scale,
        height: shown * perUnit,
        over: over * perUnit
      }
    ]
  })
}

/** The first item of the plan that makes up the run; undefined where all of it is of other plans. */
export function itemOfRun(plan: Plan, load: Load, run: Run): Item | undefined {
  const own = plan.items.filter((item) => run.items.includes(item.title))
  return own.find((item) => item.owners.some((owner) => owner === load.name)) ?? own[0]
}

/** The run to begin with: the heaviest that is too much, else the heaviest. */
export function peakOf(load: Load): number {
  let best = -1
  load.runs.forEach((run, index) => {
    if (run.load > (load.runs[best]?.load ?? -1)) best = index
  })
  return best
}
