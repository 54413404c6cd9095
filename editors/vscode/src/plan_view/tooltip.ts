// tooltip.ts: the one tooltip: shown after a moment over what a pointer rests on or the keyboard has reached,
// gone with Escape.

import { h } from './dom'
import type { Fact } from './words'

const PAUSE_MS = 350
const GAP = 12

export interface TooltipText {
  title: string
  subtitle?: string
  facts: Fact[]
}

export class Tooltip {
  private readonly element = h('div', { class: 'tooltip', role: 'tooltip', id: 'tooltip', hidden: true })
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(parent: HTMLElement) {
    parent.append(this.element)
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.hide()
    })
    document.addEventListener('scroll', () => this.hide(), { capture: true, passive: true })
    window.addEventListener('blur', () => this.hide())
  }

  /** Has it shown for this element when it is reached; `text` is asked for only then. */
  attach(target: HTMLElement, text: () => TooltipText): void {
    this.attachToPointer(target, text)
    target.addEventListener('focus', () => {
      if (!target.matches(':focus-visible')) return
      this.later(() => {
        const box = target.getBoundingClientRect()
        this.show(text(), Math.max(GAP, box.left), box.bottom + 4, box.top - 4)
      })
    })
    target.addEventListener('blur', () => this.hide())
  }

  /** The same for what only a pointer reaches: a shape that listens to focus would take it. */
  attachToPointer(target: Element, text: () => TooltipText): void {
    let pointer = { x: 0, y: 0 }
    target.addEventListener('pointermove', (event) => {
      pointer = { x: (event as PointerEvent).clientX, y: (event as PointerEvent).clientY }
      if (this.element.hidden)
        this.later(() => this.show(text(), pointer.x, pointer.y + GAP, pointer.y - GAP))
    })
    target.addEventListener('pointerleave', () => this.hide())
    target.addEventListener('pointerdown', () => this.hide())
  }

  private later(show: () => void): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(show, PAUSE_MS)
  }

  /** Below `y`, or above `above` where there is no room. */
  show(text: TooltipText, x: number, y: number, above: number): void {
    clearTimeout(this.timer)
    this.element.replaceChildren(
      h('div', { class: 'tooltip-title' }, text.title),
      ...(text.subtitle ? [h('div', { class: 'tooltip-subtitle' }, text.subtitle)] : []),
      h('dl', {}, ...text.facts.flatMap((fact) => [h('dt', {}, fact.name), h('dd', {}, fact.value)]))
    )
    this.element.hidden = false
    const { width, height } = this.element.getBoundingClientRect()
    const left = Math.max(4, Math.min(x, window.innerWidth - width - 4))
    const below = y + height + 4 <= window.innerHeight
    this.element.style.left = `${left}px`
    this.element.style.top = `${below ? y : Math.max(4, above - height)}px`
  }

  hide(): void {
    clearTimeout(this.timer)
    this.element.hidden = true
  }
}
