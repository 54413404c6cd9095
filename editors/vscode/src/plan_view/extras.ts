// extras.ts: below the timeline: gates and stop conditions of the plan that have no place in time.

import type { Plan, Range } from './data'
import { plural } from './dates'
import { h, picture } from './dom'
import { gateMark, stopMark } from './marks'
import { gateLook } from './rows'
import { gateWords, money } from './words'

function line(
  mark: SVGGElement,
  words: string,
  state: string,
  range: Range | null,
  jump: (range: Range) => void
): HTMLElement {
  const sign = picture(18, 16, 'sign', mark)
  const button = h(
    'button',
    { class: 'extra' },
    sign,
    h('span', { class: 'extra-name', dir: 'auto' }, words),
    h('span', { class: 'sub' }, state)
  )
  if (range) button.addEventListener('click', () => jump(range))
  else button.disabled = true
  return h('li', {}, button)
}

export function extras(plan: Plan, jump: (range: Range) => void): HTMLElement {
  const lines = [
    ...plan.gates
      .filter((gate) => gate.item === null)
      .map((gate) =>
        line(
          gateMark(gateLook(gate), 9, 8),
          gate.title || 'Gate',
          gateWords(gate).replace(/^(entry )?gate /, ''),
          gate.range,
          jump
        )
      ),
    ...plan.stops.map((stop) =>
      line(stopMark(stop.outcome === 'holds', 9, 8), stop.condition, stop.outcome, stop.range, jump)
    )
  ]
  const loose = plan.loose
    ? h(
        'p',
        { class: 'note' },
        `${plural(plan.loose, 'task')} of this file ${plan.loose === 1 ? 'serves' : 'serve'} no item.`
      )
    : undefined
  const points = plan.checkpoints.length
    ? h(
        'section',
        { class: 'extras' },
        h('h2', {}, 'Budget checkpoints'),
        h(
          'ul',
          { class: 'points' },
          ...plan.checkpoints.map((point) =>
            h('li', {}, h('span', { class: 'sub' }, point.at), ' ', money(point.amount))
          )
        )
      )
    : undefined
  if (lines.length === 0) return h('div', {}, points, loose)
  const section = h(
    'section',
    { class: 'extras' },
    h(
      'h2',
      {},
      plan.stops.length
        ? lines.length > plan.stops.length
          ? 'Gates and stop conditions'
          : 'Stop conditions'
        : 'Gates'
    ),
    h('ul', {}, ...lines),
    loose
  )
  return h('div', {}, section, points)
}
