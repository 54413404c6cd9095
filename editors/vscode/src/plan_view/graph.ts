// graph.ts: the dependency picture: which items are in it and where they stand. Layers after Sugiyama,
// by dagre.

import { Graph, layout } from '@dagrejs/dagre'

import type { Plan } from './data'

export const NODE_WIDTH = 176
export const NODE_HEIGHT = 52

export interface Node {
  /** Of the item in the plan. */
  item: number
  /** Top left corner. */
  x: number
  y: number
  /** Waits for itself by way of others. */
  circular: boolean
}

export interface Link {
  from: number
  to: number
  /** Both ends are in one circle. */
  circular: boolean
  points: { x: number; y: number }[]
}

export interface Picture {
  width: number
  height: number
  nodes: Node[]
  links: Link[]
  /** Items that wait for nothing and hold up nothing. */
  alone: number
}

/** Items that wait for themselves: components of more than one item (Tarjan 1972, without recursion), and
 * those with an edge to themselves. Gives the number of the component per item, or -1. */
export function circles(plan: Plan): number[] {
  const count = plan.items.length
  const next: number[][] = plan.items.map(() => [])
  for (const edge of plan.edges) next[edge.for]?.push(edge.waits)
  const order = new Array<number>(count).fill(-1)
  const low = new Array<number>(count).fill(0)
  const onStack = new Array<boolean>(count).fill(false)
  const component = new Array<number>(count).fill(-1)
  const stack: number[] = []
  let time = 0
  let components = 0
  for (let root = 0; root < count; root++) {
    if (order[root] !== -1) continue
    const work: [number, number][] = [[root, 0]]
    while (work.length) {
      const top = work[work.length - 1] as [number, number]
      const [at, edge] = top
      if (edge === 0) {
        order[at] = low[at] = time++
        stack.push(at)
        onStack[at] = true
      }
      const to = next[at]?.[edge]
      if (to !== undefined) {
        top[1]++
        if (order[to] === -1) work.push([to, 0])
        else if (onStack[to]) low[at] = Math.min(low[at] ?? 0, order[to] ?? 0)
        continue
      }
      work.pop()
      const above = work[work.length - 1]?.[0]
      if (above !== undefined) low[above] = Math.min(low[above] ?? 0, low[at] ?? 0)
      if (low[at] !== order[at]) continue
      const members: number[] = []
      for (;;) {
        const member = stack.pop() as number
        onStack[member] = false
        members.push(member)
        if (member === at) break
      }
      if (members.length > 1 || next[at]?.includes(at)) {
        for (const member of members) component[member] = components
        components++
      }
    }
  }
  return component
}

/** Beyond so many items the quick ranking is used: the better one takes seconds. */
const MANY = 150

export function pictureOf(plan: Plan, across: boolean): Picture {
  const graph = new Graph()
  graph.setGraph({
    rankdir: across ? 'LR' : 'TB',
    nodesep: across ? 18 : 24,
    ranksep: across ? 56 : 44,
    edgesep: 14,
    marginx: 16,
    marginy: 16,
    ranker: plan.edges.length > MANY ? 'longest-path' : 'network-simplex'
  })
  graph.setDefaultEdgeLabel(() => ({}))
  const circle = circles(plan)
  const used = new Set<number>()
  for (const edge of plan.edges) used.add(edge.for).add(edge.waits)
  // In the plan's order, so that what stands first there stands first here.
  for (const item of plan.items)
    if (used.has(item.index)) graph.setNode(String(item.index), { width: NODE_WIDTH, height: NODE_HEIGHT })
  for (const edge of plan.edges)
    if (edge.for !== edge.waits) graph.setEdge(String(edge.for), String(edge.waits))
  layout(graph)
  const inCircle = (a: number, b: number) => circle[a] !== -1 && circle[a] === circle[b]
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number }
  return {
    width: Number.isFinite(width) ? width : 0,
    height: Number.isFinite(height) ? height : 0,
    nodes: graph.nodes().map((name) => {
      const { x, y } = graph.node(name) as { x: number; y: number }
      const item = Number(name)
      return { item, x: x - NODE_WIDTH / 2, y: y - NODE_HEIGHT / 2, circular: circle[item] !== -1 }
    }),
    links: graph.edges().map((edge) => {
      const { points } = graph.edge(edge) as { points: { x: number; y: number }[] }
      const [from, to] = [Number(edge.v), Number(edge.w)]
      return { from, to, circular: inCircle(from, to), points }
    }),
    alone: plan.items.length - used.size
  }
}

const at = (value: number): number => Math.round(value * 10) / 10

/** A line that bends softly near its points. */
export function pathThrough(points: { x: number; y: number }[]): string {
  const [first, ...rest] = points
  if (!first) return ''
  let path = `M${at(first.x)} ${at(first.y)}`
  rest.forEach((point, index) => {
    const next = rest[index + 1]
    if (next)
      path += `Q${at(point.x)} ${at(point.y)} ${at((point.x + next.x) / 2)} ${at((point.y + next.y) / 2)}`
    else path += `L${at(point.x)} ${at(point.y)}`
  })
  return path
}

/** Where an arrow of the timeline ends: above or below a bar, near its beginning. */
export interface Tip {
  x: number
  y: number
}

/** From the end of a bar along its row, then into another bar from above (or from below, where that stands
 * higher); around its own end where the other begins before it, between the rows: `rowHeight` is theirs. */
export function linkPath(x1: number, y1: number, tip: Tip, rowHeight: number): string {
  const out = 6
  if (tip.x >= x1) return `M${at(x1)} ${at(y1)}H${at(tip.x)}V${at(tip.y)}`
  const between = tip.y > y1 ? y1 + rowHeight / 2 : y1 - rowHeight / 2
  return `M${at(x1)} ${at(y1)}H${at(x1 + out)}V${at(between)}H${at(tip.x)}V${at(tip.y)}`
}
