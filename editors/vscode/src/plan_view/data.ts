// data.ts: what the server answers to planls/planView, read with care: whatever is missing or of the wrong
// kind becomes something harmless, so that no answer can break the picture.

export interface Position {
  line: number
  character: number
}
export interface Range {
  start: Position
  end: Position
}
export interface Amount {
  amount: number
  currency: string
  per: string
  min?: number
  max?: number | null
  approx: boolean
}
export interface Findings {
  errors: number
  warnings: number
  hints: number
}
export interface Item {
  index: number
  key: string
  kind: string
  title: string
  id: string
  status: string
  state: string
  parent: number | null
  depth: number
  range: Range | null
  owners: string[]
  when: string
  /** Days since 1970-01-01, or of the plan's own days from 0 where they hang on nothing. */
  from: number | null
  to: number | null
  fromWeek: number | null
  toWeek: number | null
  budget: Amount[]
  tasks: number
  tasksDone: number
  percent: number | null
  criteria: number
  risks: number
  risksOpen: number
  slackDays: number | null
  critical: boolean
  findings: Findings
}
export interface Edge {
  waits: number
  for: number
}
export interface Gate {
  title: string
  state: string
  range: Range | null
  item: number | null
  entry: boolean
  criteria: number
  open: number
}
export interface Stop {
  condition: string
  action: string
  outcome: string
  range: Range | null
  item: number | null
  day: number | null
}
export interface Checkpoint {
  title: string
  at: string
  day: number | null
  amount: Amount
}
export interface Run {
  from: number
  to: number
  load: number
  items: string[]
}
export interface Load {
  name: string
  role: string
  capacity: number
  owned: number
  /** True where the runs are of the plan's own weeks, not of real days. */
  own: boolean
  runs: Run[]
}
export type Anchor = 'floating' | 'assumed' | 'stated'
export interface Plan {
  path: string
  title: string
  anchor: Anchor
  /** First day of week 1, where weeks are counted; 0 where they hang on nothing. */
  weekOne: number | null
  /** Days are the plan's own, from 0, and stand for no dates. */
  floating: boolean
  weeks: boolean
  items: Item[]
  edges: Edge[]
  budget: Amount[]
  gates: Gate[]
  stops: Stop[]
  checkpoints: Checkpoint[]
  tasks: number
  tasksDone: number
  loose: number
  findings: Findings
}
export interface PlanName {
  uri: string
  path: string
  title: string
}
export interface PlanView {
  uri: string
  today: number | null
  plan: Plan | null
  loads: Load[]
  plans: PlanName[]
}

type Json = Record<string, unknown>

const object = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {}
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const number = (value: unknown, otherwise = 0): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : otherwise
const numberOrNull = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null
const count = (value: unknown): number => Math.max(0, Math.floor(number(value)))

const MS_PER_DAY = 86_400_000
/** The farthest day from 1970 that a Date can hold. */
const LAST_DAY = 100_000_000

/** Days since 1970-01-01 of "YYYY-MM-DD"; null for anything else. */
export function readDay(value: unknown): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text(value))
  if (!parts) return null
  const ms = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]))
  return Number.isNaN(ms) ? null : Math.round(ms / MS_PER_DAY)
}

function readRange(value: unknown): Range | null {
  const place = (at: unknown): Position | null => {
    const line = numberOrNull(object(at).line)
    const character = numberOrNull(object(at).character)
    return line === null || character === null ? null : { line: count(line), character: count(character) }
  }
  const start = place(object(value).start)
  const end = place(object(value).end)
  return start && end ? { start, end } : null
}

function readAmount(value: unknown): Amount {
  const json = object(value)
  const max = json.max === null ? null : numberOrNull(json.max)
  const min = numberOrNull(json.min)
  return {
    amount: number(json.amount),
    currency: text(json.currency),
    per: text(json.per),
    ...(min === null ? {} : { min, max }),
    approx: json.approx === true
  }
}

function readFindings(value: unknown): Findings {
  const json = object(value)
  return { errors: count(json.errors), warnings: count(json.warnings), hints: count(json.hints) }
}

/** An index of another list, or null. */
function readIndex(value: unknown, length: number): number | null {
  const index = numberOrNull(value)
  return index !== null && Number.isInteger(index) && index >= 0 && index < length ? index : null
}

function readItem(value: unknown, index: number, before: Item[], floating: boolean): Item {
  const json = object(value)
  // Parents stand before their children: anything else would be a circle.
  const parent = readIndex(json.parent, index)
  const own = (day: unknown): number | null => {
    const counted = numberOrNull(day)
    return counted === null || Math.abs(counted) > LAST_DAY ? null : counted - 1
  }
  const counted = json.fromWeek !== null || json.toWeek !== null
  return {
    index,
    key: text(json.key) || `#${index}`,
    kind: text(json.kind),
    title: text(json.title),
    id: text(json.id),
    status: text(json.status),
    state: text(json.state),
    parent,
    depth: parent === null ? 0 : (before[parent]?.depth ?? 0) + 1,
    range: readRange(json.range),
    owners: list(json.owners).map(text).filter(Boolean),
    when: text(json.when),
    // On days of its own a plan has no place for real dates, nor the other way round.
    from: floating ? own(json.fromDay) : readDay(json.from),
    to: floating ? own(json.toDay) : readDay(json.to),
    fromWeek: counted ? numberOrNull(json.fromWeek) : null,
    toWeek: counted ? numberOrNull(json.toWeek) : null,
    budget: list(json.budget).map(readAmount),
    tasks: count(json.tasks),
    tasksDone: Math.min(count(json.tasksDone), count(json.tasks)),
    percent: numberOrNull(json.percent),
    criteria: count(json.criteria),
    risks: count(json.risks),
    risksOpen: count(json.risksOpen),
    slackDays: numberOrNull(json.slackDays),
    critical: json.critical === true,
    findings: readFindings(json.findings)
  }
}

function readPlan(value: unknown): Plan {
  const json = object(value)
  const anchor = json.anchor === 'floating' || json.anchor === 'assumed' ? json.anchor : 'stated'
  const weeks = json.weeks === true
  const floating = anchor === 'floating' && weeks
  const items: Item[] = []
  for (const item of list(json.items)) items.push(readItem(item, items.length, items, floating))
  const index = (at: unknown) => readIndex(at, items.length)
  const day = (at: unknown) => (floating ? null : readDay(at))
  return {
    path: text(json.path),
    title: text(json.title),
    anchor,
    weekOne: floating ? 0 : readDay(json.weekOne),
    floating,
    weeks,
    items,
    edges: list(json.edges).flatMap((edge) => {
      const waits = index(object(edge).waits)
      const forItem = index(object(edge).for)
      return waits === null || forItem === null ? [] : [{ waits, for: forItem }]
    }),
    budget: list(json.budget).map(readAmount),
    gates: list(json.gates).map((gate) => ({
      title: text(object(gate).title),
      state: text(object(gate).state),
      range: readRange(object(gate).range),
      item: index(object(gate).item),
      entry: object(gate).entry === true,
      criteria: count(object(gate).criteria),
      open: count(object(gate).open)
    })),
    stops: list(json.stops).map((stop) => ({
      condition: text(object(stop).condition),
      action: text(object(stop).action),
      outcome: text(object(stop).outcome),
      range: readRange(object(stop).range),
      item: index(object(stop).item),
      day: day(object(stop).day)
    })),
    checkpoints: list(json.checkpoints).map((point) => ({
      title: text(object(point).title),
      at: text(object(point).at),
      day: day(object(point).day),
      amount: readAmount(object(point).amount)
    })),
    tasks: count(json.tasks),
    tasksDone: count(json.tasksDone),
    loose: count(json.loose),
    findings: readFindings(json.findings)
  }
}

function readRun(value: unknown, plan: Plan): Run[] {
  const json = object(value)
  const week = (at: unknown, last: boolean): number | null => {
    const counted = numberOrNull(at)
    if (counted === null || plan.weekOne === null) return null
    return plan.weekOne + (counted - 1) * 7 + (last ? 6 : 0)
  }
  const from = plan.floating ? null : readDay(json.from)
  const to = plan.floating ? null : readDay(json.to)
  const first = from ?? week(json.fromWeek, false)
  const last = to ?? week(json.toWeek, true)
  if (first === null || last === null || last < first) return []
  const items = list(json.items).map(text)
  return [{ from: first, to: last, load: Math.max(0, number(json.load)), items }]
}

function readLoad(value: unknown, plan: Plan): Load {
  const json = object(value)
  return {
    name: text(json.name),
    role: text(json.role),
    capacity: Math.max(0, number(json.capacity, 1)),
    owned: count(json.owned),
    own: text(json.plan) !== '',
    runs: list(json.runs).flatMap((run) => readRun(run, plan))
  }
}

export function readPlanView(value: unknown): PlanView {
  const json = object(value)
  const first = list(json.plans)[0]
  const plan = first === undefined ? null : readPlan(first)
  return {
    uri: text(json.uri),
    today: readDay(json.today),
    plan,
    loads: plan ? list(json.loads).map((load) => readLoad(load, plan)) : [],
    plans: list(json.workspacePlans).map((name) => ({
      uri: text(object(name).uri),
      path: text(object(name).path),
      title: text(object(name).title)
    }))
  }
}
