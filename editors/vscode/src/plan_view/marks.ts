// marks.ts: the small shapes of the picture. Each differs from the others in form, not only in colour.

import { px, s } from './dom'
import type { GateLook } from './rows'

/** A diamond: ticked where met, empty where not, crossed where it is stuck, dotted where nobody has said. */
export function gateMark(look: GateLook, x: number, y: number, r = 6): SVGGElement {
  const group = s('g', { class: `gate ${look}`, transform: `translate(${px(x)} ${y})` })
  group.append(s('path', { class: 'gate-shape', d: `M0 ${-r}L${r} 0L0 ${r}L${-r} 0Z` }))
  const k = r / 6
  if (look === 'met')
    group.append(
      s('path', {
        class: 'gate-sign',
        d: `M${-2.4 * k} 0L${-0.6 * k} ${1.9 * k}L${2.5 * k} ${-1.9 * k}`
      })
    )
  if (look === 'stuck')
    group.append(
      s('path', {
        class: 'gate-sign',
        d: `M${-1.9 * k} ${-1.9 * k}L${1.9 * k} ${1.9 * k}M${1.9 * k} ${-1.9 * k}L${-1.9 * k} ${1.9 * k}`
      })
    )
  return group
}

/** An octagon. */
export function stopMark(holds: boolean, x: number, y: number): SVGGElement {
  const group = s('g', { class: holds ? 'stop holds' : 'stop', transform: `translate(${px(x)} ${y})` })
  group.append(s('path', { class: 'stop-shape', d: 'M-2.5 -6H2.5L6 -2.5V2.5L2.5 6H-2.5L-6 2.5V-2.5Z' }))
  group.append(s('path', { class: 'stop-sign', d: holds ? 'M0 -3V1M0 3V3.2' : 'M-2.5 0H2.5' }))
  return group
}

/** A flag on a pole. */
export function checkpointMark(x: number, y: number): SVGGElement {
  return s(
    'g',
    { class: 'checkpoint', transform: `translate(${px(x)} ${y})` },
    s('path', { class: 'checkpoint-pole', d: 'M0 7V-6' }),
    s('path', { class: 'checkpoint-flag', d: 'M0 -6H8L5.5 -3L8 0H0Z' })
  )
}

export type FindingLook = 'error' | 'warning' | 'hint'

/** A crossed disc, a triangle, a ring: 12 pixels wide. */
export function findingMark(look: FindingLook): SVGSVGElement {
  const shapes: Record<FindingLook, [string, string]> = {
    error: ['M6 0.8A5.2 5.2 0 1 1 5.99 0.8Z', 'M4 4L8 8M8 4L4 8'],
    warning: ['M6 1L11.5 11H0.5Z', 'M6 4.6V7.4M6 9V9.3'],
    hint: ['M6 1.2A4.8 4.8 0 1 1 5.99 1.2Z', 'M6 5.4V8.6M6 3.4V3.6']
  }
  const [shape, sign] = shapes[look]
  return s(
    'svg',
    { class: `finding ${look}`, width: 12, height: 12, viewBox: '0 0 12 12', 'aria-hidden': 'true' },
    s('path', { class: 'finding-shape', d: shape }),
    s('path', { class: 'finding-sign', d: sign })
  )
}
