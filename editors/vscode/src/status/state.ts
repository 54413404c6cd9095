// state.ts: the state of a plan in a few words and, for who asks, in a few lines.

export interface PlanItem {
  title: string
  to: string | null
  toWeek: number | null
  gate: string | null
  gateOpen: number
}

/** What of a plan view's answer the status item shows. */
export interface Plan {
  title: string
  items: PlanItem[]
  tasks: number
  tasksDone: number
}

export interface Findings {
  errors: number
  warnings: number
}

export interface State {
  text: string
  /** Markdown. */
  tooltip: string
  severity: 'none' | 'warning' | 'error'
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

export function findingsIn({ errors, warnings }: Findings): string {
  const parts: string[] = []
  if (errors > 0) parts.push(counted(errors, 'error'))
  if (warnings > 0) parts.push(counted(warnings, 'warning'))
  return parts.length === 0 ? 'no findings' : parts.join(', ')
}

/** The gate that comes next: the first open one that is not over, else the last that is. */
export function nextGate(plan: Plan, today: string): PlanItem | undefined {
  const open = plan.items.filter((item) => item.gate !== null && item.gateOpen > 0)
  const dated = open.filter((item) => item.to !== null && item.to >= today)
  dated.sort((a, b) => (a.to ?? '').localeCompare(b.to ?? ''))
  return dated[0] ?? open[0]
}

/** A day as people write it; the year only where it is another one. */
export function shownDay(day: string, today: string, locale = 'en-GB'): string {
  const other = day.slice(0, 4) !== today.slice(0, 4)
  const form: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', timeZone: 'UTC' }
  return new Intl.DateTimeFormat(locale, other ? { ...form, year: 'numeric' } : form).format(new Date(day))
}

/** Titles are the plan's text: nothing of it is markup here. */
function quoted(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]()<>#+\-.!|~$]/g, '\\$&')
}

export function stateOf(plan: Plan, findings: Findings, today: string): State {
  const done = plan.tasks > 0 ? `${plan.tasksDone}/${plan.tasks} tasks` : counted(plan.items.length, 'item')
  const gate = nextGate(plan, today)
  const lines = [`**${quoted(plan.title || 'Plan')}**`]
  if (plan.tasks > 0) lines.push(`${plan.tasksDone} of ${counted(plan.tasks, 'task')} done`)
  lines.push(counted(plan.items.length, 'item'), findingsIn(findings))
  if (gate) {
    const by = gate.to === null ? '' : ` (${shownDay(gate.to, today)})`
    lines.push(`Next gate: ${quoted(gate.title)}${by}, ${gate.gateOpen} open`)
  }
  lines.push('[Show plan](command:planls.showPlan) · [Report](command:planls.openReport) · [Next](command:planls.openNext)')
  const loud = findings.errors > 0 ? 'error' : findings.warnings > 0 ? 'warning' : 'none'
  const sign = { error: ' $(error)', warning: ' $(warning)', none: '' }[loud]
  const number = findings.errors + findings.warnings
  return {
    text: `$(project) ${done}${sign}${number > 0 ? ` ${number}` : ''}`,
    tooltip: lines.join('\n\n'),
    severity: loud
  }
}
