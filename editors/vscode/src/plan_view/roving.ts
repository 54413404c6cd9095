// roving.ts: one stop of the Tab key for a list of things, arrows between them.

/** What a key does in the list: the index to go to, or null where it does nothing. */
export function indexAfter(key: string, at: number, count: number, page: number): number | null {
  const clamp = (index: number) => Math.min(count - 1, Math.max(0, index))
  if (count === 0) return null
  if (key === 'ArrowDown') return clamp(at + 1)
  if (key === 'ArrowUp') return clamp(at - 1)
  if (key === 'PageDown') return clamp(at + page)
  if (key === 'PageUp') return clamp(at - page)
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return null
}

/** The next whose name begins with the letter, after `at`, all the way round. */
export function indexByLetter(names: string[], at: number, letter: string): number | null {
  const wanted = letter.toLocaleLowerCase()
  for (let step = 1; step <= names.length; step++) {
    const index = (at + step) % names.length
    if (names[index]?.toLocaleLowerCase().startsWith(wanted)) return index
  }
  return null
}

/** Makes one element of the list the one that Tab comes to. */
export function makeTabStop(elements: readonly (HTMLElement | SVGElement)[], index: number): void {
  elements.forEach((element, at) => element.setAttribute('tabindex', at === index ? '0' : '-1'))
}
