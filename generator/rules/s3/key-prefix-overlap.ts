import { fieldOf, objectsOf, type S3Entity } from '../../model/lookup.ts'
import type { Model } from '../../model/model.ts'
import type { PathPiece, S3Object } from '../../model/s3.ts'
import type { Rule } from '../rule.ts'
import { type Alternatives, alternativesOf, anyOf } from './atoms.ts'
import { canCoincide } from './overlap.ts'

interface Placed {
  readonly entity: S3Entity
  readonly object: S3Object
}

/** The keys of a bucket, by their segments. Segments that read alike share a node. */
interface Node {
  readonly literals: Map<string, Child>
  readonly variables: Map<string, Child>
  /** The objects whose keys end here. */
  readonly ends: Placed[]
}

interface Child {
  /** What may stand there; put together where a segment has to be compared with it, which most never are. */
  readonly texts: () => Alternatives
  readonly node: Node
}

export const keyPrefixOverlap: Rule = {
  code: 's3/key-prefix-overlap',
  severity: 'error',
  preset: 'minimal',
  summary: 'no two objects of a bucket can have the same key',
  fixable: false,
  check(model, report) {
    const roots = new Map<string, Node>()
    const compare = comparer()
    for (const placed of objectsOf(model)) {
      const { entity, object } = placed
      const root = roots.get(object.bucket) ?? emptyNode()
      roots.set(object.bucket, root)
      const first = find(root, placed, model, compare)
      if (first !== undefined) {
        report({
          message: `an object \`${object.name}\` of \`${entity.name}\` may have the key of an object \`${first.object.name}\` of \`${first.entity.name}\``,
          span: object.pathSpan,
          label: `also in the bucket \`${object.bucket}\``,
          related: [{ span: first.object.pathSpan, label: 'a key of this form can read the same' }],
          help: 'begin one of the paths with a segment of its own, such as the name of its entity',
        })
      }
      insert(root, placed, model)
    }
  },
}

type Compare = (aKey: string, a: () => Alternatives, bKey: string, b: () => Alternatives) => boolean

/** The first object already there whose key can read like this one's. */
function find(root: Node, { entity, object }: Placed, model: Model, compare: Compare): Placed | undefined {
  let nodes: readonly Node[] = [root]
  const keys = keysOf(object, entity)
  for (const [at, segment] of object.path.entries()) {
    const key = keys[at] ?? ''
    const texts = (): Alternatives => textsOf(segment, entity, model)
    const literal = isLiteral(segment)
    nodes = nodes.flatMap(({ literals, variables }) => {
      const same = (literal ? literals : variables).get(key)
      // Two literals are equal or never meet, so a literal is not compared with the many others.
      const rest = literal ? [...variables] : [...variables, ...literals]
      const others = rest.filter(([other, child]) => {
        return child !== same && compare(key, texts, other, child.texts)
      })
      return [...(same === undefined ? [] : [same.node]), ...others.map(([, child]) => child.node)]
    })
    if (nodes.length === 0) return undefined
  }
  return nodes.find(({ ends }) => ends.length > 0)?.ends[0]
}

function insert(root: Node, placed: Placed, model: Model): void {
  let node = root
  const keys = keysOf(placed.object, placed.entity)
  for (const [at, segment] of placed.object.path.entries()) {
    const key = keys[at] ?? ''
    const children = isLiteral(segment) ? node.literals : node.variables
    const known = children.get(key)
    const child = known ?? { texts: () => textsOf(segment, placed.entity, model), node: emptyNode() }
    if (known === undefined) children.set(key, child)
    node = child.node
  }
  node.ends.push(placed)
}

function emptyNode(): Node {
  return { literals: new Map(), variables: new Map(), ends: [] }
}

/** Remembers what it compared: a spec has many keys of few forms. */
function comparer(): Compare {
  const known = new Map<string, boolean>()
  return (aKey, a, bKey, b) => {
    const key = `${aKey}\0${bKey}`
    const before = known.get(key)
    if (before !== undefined) return before
    const result = canCoincide(a(), b())
    known.set(key, result)
    return result
  }
}

const known = new WeakMap<S3Object, readonly string[]>()

/** The texts of an object's segments. An object is resolved with its entity, and is another one where that is. */
function keysOf(object: S3Object, entity: S3Entity): readonly string[] {
  const before = known.get(object)
  if (before !== undefined) return before
  const keys = object.path.map((segment) => textOf(segment, entity))
  known.set(object, keys)
  return keys
}

/** One text for all segments that read alike. */
function textOf(segment: readonly PathPiece[], entity: S3Entity): string {
  const record = entity.postgres ?? entity.mongo
  return segment
    .map((piece) => {
      if (piece.kind === 'literal') return piece.text
      const { form, enum: values, name } = piece.variable
      if (form !== 'slug' && form !== 'int') return `{${form}:${values ?? ''}}`
      const field = record === undefined ? undefined : fieldOf(record, name)
      const length = field?.type.kind === 'scalar' ? field.type.length : undefined
      return `{${form}:${field?.pattern ?? ''}:${length ?? ''}:${field?.min ?? ''}}`
    })
    .join('')
}

/** Alternatives that are followed one by one; more of them are taken as any text of their characters. */
const mostAlternatives = 500

function textsOf(segment: readonly PathPiece[], entity: S3Entity, model: Model): Alternatives {
  return segment.reduce<Alternatives>(
    (heads, piece) => {
      const all = alternativesOf(piece, entity, model)
      const tails = heads.length * all.length > mostAlternatives ? [[anyOf(all)]] : all
      return heads.flatMap((head) => tails.map((tail) => [...head, ...tail]))
    },
    [[]],
  )
}

function isLiteral(segment: readonly PathPiece[]): boolean {
  return segment.every(({ kind }) => kind === 'literal')
}
