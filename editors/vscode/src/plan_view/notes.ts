// notes.ts: what is said where there is nothing to draw, what the marks mean, what the dates rest on.

import type { Plan, PlanView } from './data'
import { longDate } from './dates'
import { h, picture, s } from './dom'
import { checkpointMark, gateMark, stopMark } from './marks'
import type { Absence } from './messages'
import { gateLook, gatesByItem, stateOf } from './rows'
import type { Tab } from './state'

const example = (text: string): HTMLElement => h('pre', {}, h('code', {}, text))

function notice(level: 'h1' | 'h2', title: string, ...rest: (Node | string | undefined)[]): HTMLElement {
  return h('div', { class: 'notice' }, h(level, {}, title), ...rest)
}

/** Nothing at all to draw. */
export function absence(
  why: Absence,
  view: PlanView | null,
  open: (uri: string) => void,
  restart: () => void
): HTMLElement {
  if (why === 'starting') return notice('h1', 'Reading the plan…')
  if (why === 'stopped') {
    const button = h('button', { class: 'wide' }, 'Restart Server')
    button.addEventListener('click', restart)
    return notice(
      'h1',
      'The planls server is not running',
      h('p', {}, 'The picture comes back with it.'),
      button
    )
  }
  if (why === 'closed')
    return notice('h1', 'This plan is closed', h('p', {}, 'Open its file, and it is drawn again.'))
  const others = view?.plans ?? []
  if (others.length === 0)
    return notice(
      'h1',
      'There is no plan here yet',
      h('p', {}, 'A plan is a Markdown file with items like this one:'),
      example(
        '## Initiative: Winter schedule\n\n- **Owner:** Dana\n- **Timeline:** Weeks 1–4\n- **Success Criteria:** …'
      )
    )
  const buttons = others.map((plan) => {
    const button = h(
      'button',
      { class: 'choice' },
      h('span', { dir: 'auto' }, plan.title || plan.path),
      h('span', { class: 'sub' }, plan.title ? plan.path : '')
    )
    button.addEventListener('click', () => open(plan.uri))
    return h('li', {}, button)
  })
  return notice(
    'h1',
    'This document is no plan',
    h('p', {}, 'Plans in this workspace:'),
    h('ul', { class: 'choices' }, ...buttons)
  )
}

/** A plan whose picture of that kind would be empty. */
export function emptyTab(tab: Tab): HTMLElement {
  if (tab === 'dependencies')
    return notice(
      'h2',
      'Nothing waits for anything',
      h('p', {}, 'Say in an item what has to end before it can begin:'),
      example('- **Depends on:** Winter schedule')
    )
  return notice(
    'h2',
    'Nobody’s time is known yet',
    h('p', {}, 'Load is drawn where an item says who owns it and when it is:'),
    example('- **Owner:** Dana (50%)\n- **Timeline:** Weeks 1–4')
  )
}

/** What the days of a plan rest on, where that is not a start that somebody stated. */
export function calendarNote(plan: Plan, dated: boolean): HTMLElement | undefined {
  if (!dated)
    return h(
      'p',
      { class: 'note' },
      'No item says when it is. With “**Timeline:** Weeks 1–4” or dates it gets a bar.'
    )
  if (plan.floating)
    return h(
      'p',
      { class: 'note' },
      'Weeks hang on no date: “start: 2026-01-05” in the front matter turns them into dates.'
    )
  if (plan.anchor === 'assumed' && plan.weekOne !== null)
    return h(
      'p',
      { class: 'note' },
      `Week 1 is taken to begin on ${longDate(plan.weekOne)}, after the document’s own date; no start is stated.`
    )
  return undefined
}

/* ---- the legend -------------------------------------------------------------------------------- */

function sign(draw: (svg: SVGSVGElement) => void, width = 24): SVGSVGElement {
  const svg = picture(width, 16, 'sign')
  draw(svg)
  return svg
}

const bar = (name: string) =>
  sign((svg) =>
    svg.append(
      s(
        'g',
        { class: `bar leaf ${name}` },
        s('path', {
          class: 'bar-shape',
          d: 'M4 2H20Q22 2 22 4V12Q22 14 20 14H4Q2 14 2 12V4Q2 2 4 2Z'
        })
      )
    )
  )

/** Only what occurs in the picture. */
export function legend(plan: Plan, tab: Tab, dated: boolean): HTMLElement {
  const entries: HTMLElement[] = []
  const put = (picture: SVGSVGElement, words: string) => entries.push(h('li', {}, picture, words))
  const states = new Set(plan.items.map(stateOf))
  if (tab === 'owners') {
    put(
      sign((svg) => svg.append(s('path', { class: 'capacity', d: 'M0 8H24' }))),
      'what they can carry'
    )
    put(
      sign((svg) =>
        svg.append(
          s('rect', { class: 'too-much', x: 2, y: 2, width: 20, height: 12 }),
          s('rect', { x: 2, y: 2, width: 20, height: 12, fill: 'url(#hatch)' })
        )
      ),
      'too much'
    )
  }
  if (tab === 'dependencies' || (tab === 'timeline' && dated)) {
    if (states.has('todo')) put(bar('todo'), 'planned')
    if (states.has('doing')) put(bar('doing'), 'under way')
    if (states.has('done'))
      put(
        sign((svg) =>
          svg.append(bar('done').firstChild as Node, s('path', { class: 'tick', d: 'M8 8L11 11L16.5 5' }))
        ),
        'done'
      )
    if (states.has('blocked')) put(bar('blocked'), 'blocked')
    if (states.has('off')) put(bar('off'), 'called off, deferred')
    if (plan.items.some((item) => item.critical)) put(bar('todo critical'), 'critical: no slack')
  }
  if (tab === 'timeline' && dated) {
    if (plan.items.some((item) => (item.slackDays ?? 0) > 0))
      put(
        sign((svg) => svg.append(s('path', { class: 'slack', d: 'M2 8H22M22 4V12' }))),
        'slack'
      )
    const looks = new Set([...gatesByItem(plan).values()].flat().map(gateLook))
    if (looks.has('met'))
      put(
        sign((svg) => svg.append(gateMark('met', 12, 8))),
        'gate met'
      )
    if (looks.has('unmet'))
      put(
        sign((svg) => svg.append(gateMark('unmet', 12, 8))),
        'gate open'
      )
    if (looks.has('stuck'))
      put(
        sign((svg) => svg.append(gateMark('stuck', 12, 8))),
        'gate blocked'
      )
    if (looks.has('unsaid'))
      put(
        sign((svg) => svg.append(gateMark('unsaid', 12, 8))),
        'gate, not said'
      )
    if (plan.checkpoints.some((point) => point.day !== null))
      put(
        sign((svg) => svg.append(checkpointMark(9, 8))),
        'checkpoint'
      )
    if (plan.stops.some((stop) => stop.day !== null))
      put(
        sign((svg) => svg.append(stopMark(false, 12, 8))),
        'stop condition'
      )
  }
  return h('ul', { class: 'legend', 'aria-label': 'Legend' }, ...entries)
}
