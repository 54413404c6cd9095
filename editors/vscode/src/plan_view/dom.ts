// dom.ts: making elements.

type Attributes = Record<string, string | number | boolean | undefined>
type Child = Node | string | undefined | false

function fill<T extends Element>(element: T, attributes: Attributes, children: Child[]): T {
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false)
      element.setAttribute(name, value === true ? '' : String(value))
  for (const child of children) if (child !== undefined && child !== false) element.append(child)
  return element
}

/** An HTML element. */
export function h<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  return fill(document.createElement(name), attributes, children)
}

/** An SVG element. */
export function s<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: Child[]
): SVGElementTagNameMap[K] {
  return fill(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children)
}

/** Pixels as they are written. */
export const px = (value: number): number => Math.round(value * 10) / 10

/** A picture that only says again what stands beside it in words. */
export function picture(width: number, height: number, name: string, ...children: Child[]): SVGSVGElement {
  return s(
    'svg',
    { class: name, width: px(width), height, 'aria-hidden': 'true', focusable: 'false' },
    ...children
  )
}
