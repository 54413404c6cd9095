// doubles.ts: which of our places another provider has named too.

export interface Found {
  uri: { toString(): string }
  range: { start: { line: number } }
}

/** Ours without those on a line that theirs name. */
export function withoutDoubles<T>(ours: readonly T[], theirs: readonly Found[], place: (one: T) => Found): T[] {
  const key = (found: Found) => `${found.range.start.line} ${found.uri.toString()}`
  const named = new Set(theirs.map(key))
  return ours.filter((one) => !named.has(key(place(one))))
}
