// dates.ts: days since 1970-01-01 as people read them.

const MS_PER_DAY = 86_400_000
export const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

export interface CivilDay {
  year: number
  /** From 0. */
  month: number
  day: number
  /** From 0, Sunday. */
  weekday: number
}

export function civil(day: number): CivilDay {
  const date = new Date(day * MS_PER_DAY)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth(),
    day: date.getUTCDate(),
    weekday: date.getUTCDay()
  }
}

/** The first day of a month; months past the year's end run on into the next. */
export function monthStart(year: number, month: number): number {
  return Math.round(Date.UTC(year, month, 1) / MS_PER_DAY)
}

/** The Monday on or before a day. */
export function monday(day: number): number {
  return day - ((civil(day).weekday + 6) % 7)
}

/** "Mon 5 Jan 2026". */
export function longDate(day: number): string {
  const at = civil(day)
  return `${WEEKDAYS[at.weekday]} ${at.day} ${MONTHS[at.month]} ${at.year}`
}

/** "5 Jan". */
export function shortDate(day: number): string {
  const at = civil(day)
  return `${at.day} ${MONTHS[at.month]}`
}

/** "5 Jan – 1 Feb 2026": the year once where it is the same. */
export function dateSpan(from: number, to: number): string {
  const a = civil(from)
  const b = civil(to)
  const head = `${a.day} ${MONTHS[a.month]}${a.year === b.year ? '' : ` ${a.year}`}`
  const tail = `${b.day} ${MONTHS[b.month]} ${b.year}`
  return from === to ? tail : `${head} – ${tail}`
}

/** "3 weeks", "10 days", "1 day"; with a minus where it is negative. */
export function duration(days: number): string {
  const whole = Math.round(Math.abs(days))
  const sign = days < 0 && whole > 0 ? '−' : ''
  if (whole >= 7 && whole % 7 === 0) return sign + plural(whole / 7, 'week')
  return sign + plural(whole, 'day')
}

export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}
