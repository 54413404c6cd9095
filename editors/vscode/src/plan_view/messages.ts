// messages.ts: what the extension and its panel say to each other.

import type { Range } from './data'

/** Why there is nothing to draw. */
export type Absence = 'starting' | 'stopped' | 'closed' | 'none'

export type ToPanel =
  | { type: 'plan'; answer: unknown }
  | { type: 'absent'; why: Absence }
  /** The item the cursor is at; null: at none. */
  | { type: 'cursor'; key: string | null }

export type FromPanel =
  | { type: 'ready'; uri: string; follow: boolean }
  /** Show this place of that document; `stay` leaves the focus in the panel. */
  | { type: 'jump'; uri: string; range: Range; stay: boolean }
  /** Draw that plan. */
  | { type: 'open'; uri: string }
  | { type: 'follow'; follow: boolean }
  | { type: 'restart' }
