// words.ts: a plan's facts as people say them: for tooltips, for labels, for those who listen.

import type { Amount, Findings, Gate, Item, Load, Plan, Run } from './data'
import { dateSpan, duration, longDate, plural, shortDate } from './dates'
import { stateOf } from './rows'
import type { Neighbours } from './rows'

const SYMBOLS: Record<string, string> = { USD: '$', EUR: '€', GBP: '£', JPY: '¥', INR: '₹', KRW: '₩' }

function short(amount: number): string {
  for (const [unit, size] of [
    ['B', 1e9],
    ['M', 1e6],
    ['K', 1e3]
  ] as const)
    if (Math.abs(amount) >= size) return `${Number((amount / size).toFixed(1))}${unit}`
  return String(Number(amount.toFixed(2)))
}

export function money(amount: Amount): string {
  const symbol = SYMBOLS[amount.currency] ?? (amount.currency ? `${amount.currency} ` : '')
  const per = amount.per ? ` per ${amount.per}` : ''
  const about = amount.approx ? '~' : ''
  if (amount.min !== undefined)
    return amount.max === null || amount.max === undefined
      ? `${about}${symbol}${short(amount.min)} or more${per}`
      : `${about}${symbol}${short(amount.min)}–${short(amount.max)}${per}`
  return `${about}${symbol}${short(amount.amount)}${per}`
}

export const moneys = (amounts: Amount[]): string => amounts.map(money).join(' + ')

export function findingWords(findings: Findings): string {
  return [
    findings.errors ? plural(findings.errors, 'error') : '',
    findings.warnings ? plural(findings.warnings, 'warning') : '',
    findings.hints ? plural(findings.hints, 'hint') : ''
  ]
    .filter(Boolean)
    .join(', ')
}

const WEEK = 7

/** When an item is: weeks of the plan, dates, or as it is written. */
export function timeWords(item: Item, plan: Plan): string {
  const { from, to } = item
  if (from === null && to === null) return item.when || 'no time stated'
  if (from !== null && to !== null && to < from) return `${item.when}: ends before it begins`
  const weeks =
    item.fromWeek === null && item.toWeek === null
      ? ''
      : item.fromWeek === item.toWeek
        ? `week ${item.fromWeek}`
        : item.toWeek === null
          ? `from week ${item.fromWeek}`
          : item.fromWeek === null
            ? `by week ${item.toWeek}`
            : `weeks ${item.fromWeek}–${item.toWeek}`
  if (plan.floating) return weeks || item.when
  const dates =
    from === null
      ? `by ${longDate(to ?? 0)}`
      : to === null
        ? `from ${longDate(from)}`
        : from === to
          ? longDate(from)
          : dateSpan(from, to)
  return weeks ? `${dates} (${weeks})` : dates
}

/** The same where there is little room: "W5–9", "5 Oct – 1 Nov". */
export function shortTime(item: Item, plan: Plan): string {
  const { from, to, fromWeek, toWeek } = item
  if (from === null && to === null) return item.when
  if (fromWeek !== null || toWeek !== null)
    return fromWeek === toWeek ? `W${fromWeek}` : `W${fromWeek ?? ' …'}–${toWeek ?? '…'}`
  if (plan.floating) return item.when
  if (from === null) return `by ${shortDate(to ?? 0)}`
  if (to === null) return `from ${shortDate(from)}`
  return from === to ? shortDate(from) : `${shortDate(from)} – ${shortDate(to)}`
}

function lengthWords(item: Item): string {
  if (item.from === null || item.to === null || item.to <= item.from) return ''
  const days = item.to - item.from + 1
  return days % WEEK === 0 || days < 2 * WEEK ? duration(days) : `${Number((days / WEEK).toFixed(1))} weeks`
}

export function slackWords(item: Item): string {
  if (item.slackDays === null) return ''
  if (item.slackDays < -0.5) return `${duration(-item.slackDays)} too late for what waits for it`
  if (item.critical) return 'critical: no slack'
  return item.slackDays < 0.5 ? 'no slack' : `slack ${duration(item.slackDays)}`
}

const STATES = { done: 'done', doing: 'under way', blocked: 'blocked', off: 'called off', todo: '' }

export function stateWords(item: Item): string {
  return item.state === 'deferred' ? 'deferred' : STATES[stateOf(item)]
}

export function gateWords(gate: Gate): string {
  const open = gate.open
    ? `, ${gate.open} of ${plural(gate.criteria, 'criterion').replace('criterions', 'criteria')} open`
    : ''
  return `${gate.entry ? 'entry gate' : 'gate'} ${gate.state}${open}`
}

export const titleOf = (item: Item): string => (item.title || item.id || 'Untitled').trim()

export interface Fact {
  name: string
  value: string
}

/** What is known of an item, for its tooltip. */
export function factsOf(item: Item, plan: Plan, gates: Gate[], around: Neighbours): Fact[] {
  const names = (indices: number[]) => {
    const shown = indices.slice(0, 4).map((index) => titleOf(plan.items[index] ?? item))
    return indices.length > 4 ? `${shown.join(', ')} and ${indices.length - 4} more` : shown.join(', ')
  }
  const state = [stateWords(item), item.percent === null ? '' : `${item.percent} %`].filter(Boolean)
  const facts: Fact[] = [
    { name: 'When', value: [timeWords(item, plan), lengthWords(item)].filter(Boolean).join(' · ') },
    { name: 'Status', value: item.status || state.join(', ') },
    { name: 'Owner', value: item.owners.join(', ') },
    { name: 'Tasks', value: item.tasks ? `${item.tasksDone} of ${item.tasks} done` : '' },
    { name: 'Budget', value: moneys(item.budget) },
    { name: 'Slack', value: slackWords(item) },
    { name: 'Waits for', value: names(around.before) },
    { name: 'Holds up', value: names(around.after) },
    ...gates.map((gate) => ({ name: 'Gate', value: gateWords(gate).replace(/^gate /, '') })),
    { name: 'Risks', value: item.risks ? `${item.risksOpen} of ${item.risks} open` : '' },
    { name: 'Findings', value: findingWords(item.findings) }
  ]
  return facts.filter((fact) => fact.value !== '')
}

/** An item in one sentence, for those who listen. */
export function spoken(item: Item, plan: Plan, gates: Gate[], around: Neighbours): string {
  const parts = [
    item.kind && item.kind !== 'other' ? `${item.kind.replace('-', ' ')} ${titleOf(item)}` : titleOf(item),
    timeWords(item, plan),
    stateWords(item),
    item.tasks ? `${item.tasksDone} of ${plural(item.tasks, 'task')} done` : '',
    item.owners.length ? item.owners.join(' and ') : '',
    slackWords(item),
    ...gates.map(gateWords),
    around.before.length ? `waits for ${plural(around.before.length, 'item')}` : '',
    findingWords(item.findings)
  ]
  return parts.filter(Boolean).join(', ')
}

/* ---- people ------------------------------------------------------------------------------------ */

export const percent = (load: number): string => `${Math.round(load * 100)} %`

export const exceeds = (load: number, capacity: number): boolean => load > capacity + 0.005

export function runWords(run: Run, plan: Plan): string {
  const week = (day: number) => Math.floor((day - (plan.weekOne ?? 0)) / WEEK) + 1
  if (!plan.floating) return dateSpan(run.from, run.to)
  return week(run.from) === week(run.to)
    ? `week ${week(run.from)}`
    : `weeks ${week(run.from)}–${week(run.to)}`
}

export function loadWords(load: Load, plan: Plan): string {
  const over = load.runs.filter((run) => exceeds(run.load, load.capacity))
  const peak = load.runs.reduce((most, run) => Math.max(most, run.load), 0)
  return [
    load.role ? `${load.name}, ${load.role}` : load.name,
    `at most ${percent(peak)} of ${percent(load.capacity)}`,
    over.length
      ? `too much in ${over
          .slice(0, 3)
          .map((run) => runWords(run, plan))
          .join(' and ')}`
      : '',
    plural(load.owned, 'open item')
  ]
    .filter(Boolean)
    .join(', ')
}

/** The plan in one line: when, how long, how far, for how much. */
export function summary(plan: Plan): string {
  const days = plan.items.flatMap((item) => [item.from, item.to]).filter((day) => day !== null)
  const from = days.reduce((least, day) => Math.min(least, day), Infinity)
  const to = days.reduce((most, day) => Math.max(most, day), -Infinity)
  return [
    days.length && !plan.floating ? dateSpan(from, to) : '',
    days.length ? plural(Math.ceil((to - from + 1) / WEEK), 'week') : '',
    plan.tasks ? `${plan.tasksDone}/${plan.tasks} tasks` : '',
    moneys(plan.budget)
  ]
    .filter(Boolean)
    .join(' · ')
}

/** All findings of a plan: in its items and beside them. */
export function allFindings(plan: Plan): Findings {
  const sum = { ...plan.findings }
  for (const item of plan.items) {
    sum.errors += item.findings.errors
    sum.warnings += item.findings.warnings
    sum.hints += item.findings.hints
  }
  return sum
}
