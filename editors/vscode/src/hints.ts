// hints.ts: which inlay hints are left out because a code lens above the line says the same.

/** "3/5": how many tasks are done, which stands in the lens of the same heading. */
export function saysProgress(label: string): boolean {
  return /^\s*\d+\/\d+\s*$/.test(label)
}
