// state.ts: what the panel remembers of how it is looked at, also while it is hidden.

export type Tab = 'timeline' | 'dependencies' | 'owners'
export const TABS: readonly Tab[] = ['timeline', 'dependencies', 'owners']

export interface State {
  uri: string
  tab: Tab
  /** Keys of items whose parts are not shown. */
  closed: string[]
  /** Pixels per day; null: as much as fits. */
  scale: number | null
  /** Of the dependency picture; null: as much as fits. */
  zoom: number | null
  follow: boolean
  legend: boolean
}

export const START: State = {
  uri: '',
  tab: 'timeline',
  closed: [],
  scale: null,
  zoom: null,
  follow: true,
  legend: true
}

/** Whatever was kept, made whole. */
export function readState(value: unknown): State {
  if (typeof value !== 'object' || value === null) return { ...START }
  const kept = value as Partial<Record<keyof State, unknown>>
  const positive = (one: unknown) => (typeof one === 'number' && one > 0 && Number.isFinite(one) ? one : null)
  return {
    uri: typeof kept.uri === 'string' ? kept.uri : '',
    tab: TABS.find((tab) => tab === kept.tab) ?? 'timeline',
    closed: Array.isArray(kept.closed) ? kept.closed.filter((key) => typeof key === 'string') : [],
    scale: positive(kept.scale),
    zoom: positive(kept.zoom),
    follow: kept.follow !== false,
    legend: kept.legend !== false
  }
}
