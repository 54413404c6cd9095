// restarts.ts: how often a server that dies is started again, and after what pause.

const WINDOW = 3 * 60_000
const LIMIT = 5
const LONGEST = 8_000

export class Restarts {
  private deaths: number[] = []

  /** A death at `now`, in milliseconds: the pause before the next start, or undefined to give up. */
  died(now: number): number | undefined {
    this.deaths = this.deaths.filter((time) => now - time < WINDOW)
    this.deaths.push(now)
    if (this.deaths.length > LIMIT) return undefined
    const repeated = this.deaths.length - 1
    return repeated === 0 ? 0 : Math.min(500 * 2 ** repeated, LONGEST)
  }

  forget(): void {
    this.deaths = []
  }
}
