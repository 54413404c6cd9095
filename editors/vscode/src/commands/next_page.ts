// next_page.ts: what `planls next --format json` says as a page of Markdown.

export interface NextEntry {
  path: string
  range: { start: { line: number } }
  turn: string
  kind: string
  name: string
  item: string | null
  owners: string | null
  due: string | null
  week: number | null
  waitsFor: (string | { name: string })[]
}

export interface Next {
  next: NextEntry[]
}

const TITLES: Record<string, string> = {
  overdue: 'Overdue',
  now: 'Now',
  soon: 'Soon',
  ready: 'Ready, in the plan’s order',
  blocked: 'Blocked',
  later: 'Later'
}

function cell(text: string): string {
  return text.replaceAll(/[\\|`*_[\]<>]/g, '\\$&').replaceAll('\n', ' ')
}

function row(entry: NextEntry): string {
  const due = entry.due ?? (entry.week === null ? '' : `week ${entry.week}`)
  const waits = entry.waitsFor.map((one) => (typeof one === 'string' ? one : one.name)).join(', ')
  const where = `${entry.path}:${entry.range.start.line}`
  return `| ${[entry.name, entry.item ?? '', entry.owners ?? '', due, waits, where].map(cell).join(' | ')} |`
}

export function nextPage(next: Next): string {
  if (next.next.length === 0) return 'Nothing is open here.\n'
  const out: string[] = ['# What is next', '']
  for (const [turn, title] of Object.entries(TITLES)) {
    const entries = next.next.filter((entry) => entry.turn === turn)
    if (entries.length === 0) continue
    out.push(`## ${title}`, '', '| What | For | Owner | Due | Waits for | Where |', '| --- | --- | --- | --- | --- | --- |')
    out.push(...entries.map(row), '')
  }
  return out.join('\n')
}
