import { by } from '../../../generator/base/order.ts'
import type { Line, Scene } from './scene.ts'

/** The JSON that ELK takes and gives back with places; only what is used of it. */
export interface ElkBox {
  readonly id: string
  readonly x?: number
  readonly y?: number
  readonly width?: number
  readonly height?: number
  readonly layoutOptions?: Readonly<Record<string, string>>
  readonly children?: readonly ElkBox[]
  readonly ports?: readonly ElkBox[]
  readonly edges?: readonly ElkLine[]
}

export interface ElkLine {
  readonly id: string
  readonly sources: readonly string[]
  readonly targets: readonly string[]
  readonly sections?: readonly {
    readonly startPoint: { readonly x: number; readonly y: number }
    readonly endPoint: { readonly x: number; readonly y: number }
    readonly bendPoints?: readonly { readonly x: number; readonly y: number }[]
  }[]
}

const everywhere = { 'elk.json.shapeCoords': 'ROOT', 'elk.json.edgeCoords': 'ROOT', 'elk.aspectRatio': '1.7' } as const

const layered = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.spacing.nodeNode': '36',
  'elk.spacing.edgeNode': '22',
  'elk.spacing.edgeEdge': '12',
  'elk.spacing.componentComponent': '56',
  'elk.layered.spacing.nodeNodeBetweenLayers': '84',
  'elk.layered.spacing.edgeNodeBetweenLayers': '26',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '12',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
} as const

/** The map: domains side by side, each laid out by itself. */
const packed = {
  'elk.algorithm': 'rectpacking',
  'elk.spacing.nodeNode': '64',
  'elk.padding': '[top=0,left=0,bottom=0,right=0]',
} as const

/** A picture of this many boxes is laid out with the slower, prettier strategies. */
const few = 90

function layeredFor(boxes: number): Readonly<Record<string, string>> {
  const isFew = boxes <= few
  return {
    ...layered,
    'elk.layered.nodePlacement.strategy': isFew ? 'NETWORK_SIMPLEX' : 'BRANDES_KOEPF',
    'elk.layered.thoroughness': isFew ? '7' : '2',
  }
}

/**
 * What is referred to stands left of what refers to it. A line leaves the right side of its box at a title and meets the
 * left side of the other at the row of its field.
 */
export function elkInput(scene: Scene): ElkBox {
  const boxes = boxesOf(scene)
  const isMap = scene.frames.length + scene.tiles.length > 0
  if (!isMap) {
    return {
      id: 'root',
      layoutOptions: { ...everywhere, ...layeredFor(boxes.size) },
      children: [...boxes.values()],
      edges: scene.lines.filter(isRouted).map(edgeOf),
    }
  }
  const frameOf = new Map(scene.frames.flatMap(({ id, members }) => members.map((member) => [member, id])))
  const edges = new Map<string, ElkLine[]>(scene.frames.map(({ id }) => [id, []]))
  for (const line of scene.lines) if (isRouted(line)) edges.get(frameOf.get(line.from) ?? '')?.push(edgeOf(line))
  const order = [...scene.tiles, ...scene.frames].sort(by(({ domain }) => domain.key))
  return {
    id: 'root',
    layoutOptions: { ...everywhere, ...packed },
    children: order.flatMap((item): readonly ElkBox[] => {
      if (!('members' in item)) return [boxes.get(item.id) ?? { id: item.id }]
      const children = item.members.flatMap((member) => boxes.get(member) ?? [])
      const padding = { 'elk.padding': '[top=60,left=30,bottom=30,right=30]' }
      const layoutOptions = { ...everywhere, ...layeredFor(children.length), ...padding }
      return [{ id: item.id, children, edges: edges.get(item.id) ?? [], layoutOptions }]
    }),
  }
}

/** Lines within a card and between domains are drawn without a layout. */
function isRouted({ cross, within }: Line): boolean {
  return !cross && !within
}

function edgeOf({ from, fromY, id, to, toY }: Line): ElkLine {
  return { id, sources: [portId(to, 'EAST', toY)], targets: [portId(from, 'WEST', fromY)] }
}

function boxesOf({ cards, lines, tiles }: Scene): ReadonlyMap<string, ElkBox> {
  const ports = portsOf(lines)
  const sized = [...tiles, ...cards.map(({ entity, height, width }) => ({ id: entity.id, height, width }))]
  return new Map(
    sized.map(({ height, id, width }) => [
      id,
      {
        id,
        width,
        height,
        ports: (ports.get(id) ?? []).map(({ side, y }) => ({
          id: portId(id, side, y),
          width: 0,
          height: 0,
          x: side === 'EAST' ? width : 0,
          y,
          layoutOptions: { 'elk.port.side': side },
        })),
        layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
      },
    ]),
  )
}

interface Port {
  readonly side: 'EAST' | 'WEST'
  readonly y: number
}

function portsOf(lines: readonly Line[]): ReadonlyMap<string, readonly Port[]> {
  const ports = new Map<string, Map<string, Port>>()
  const add = (box: string, port: Port): void => {
    const known = ports.get(box) ?? new Map<string, Port>()
    ports.set(box, known.set(`${port.side} ${port.y}`, port))
  }
  for (const line of lines) {
    if (!isRouted(line)) continue
    const { from, fromY, to, toY } = line
    add(to, { side: 'EAST', y: toY })
    add(from, { side: 'WEST', y: fromY })
  }
  return new Map([...ports].map(([box, known]) => [box, [...known.values()]]))
}

function portId(box: string, side: Port['side'], y: number): string {
  return `${box} ${side} ${y}`
}
