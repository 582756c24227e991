import type { Field } from '../../model/field.ts'
import { objectPointers } from '../../model/pointers.ts'
import type { S3Object } from '../../model/s3.ts'
import type { ScalarNode, SpecNode } from '../node.ts'
import type { Context } from './context.ts'
import { asScalar, child, innerSpan } from './read.ts'
import type { ResolvedParts } from './resolved-part.ts'

/** The object whose digest and size are kept, as far as it is known. */
type Kept = Pick<S3Object, 'name' | 'span' | 'maxBytes' | 'write'>

/** What PostgreSQL's `integer` and MongoDB's `int` end at. */
const largestInt = 2_147_483_647

const partNames = { postgres: 'row', mongo: 'document' } as const

/** Reads `keep:`: the fields beside an object's key that hold the digest of its bytes, and how many they are. */
export function resolveKeep(
  node: SpecNode | undefined,
  object: Kept,
  parts: ResolvedParts,
  context: Context,
): Pick<S3Object, 'keep'> {
  const sha256Node = asScalar(child(node, 'sha256'))
  const sizeNode = asScalar(child(node, 'size'))
  if (node === undefined || (sha256Node === undefined && sizeNode === undefined)) return {}
  const [pointer] = objectPointers(recordsOf(parts)).get(object.name) ?? []
  if (pointer === undefined) {
    const complete = [parts.postgres, parts.mongo].every((part) => part === undefined || part.scope.complete)
    if (complete) reportNoPointer(node, object, context)
    return {}
  }
  const keeper = new Keeper(object, pointer.part, pointer.field, parts, context)
  const sha256 = sha256Node && keeper.field(sha256Node, isDigest, 'a digest is 64 hexadecimal digits: `string(64)`')
  const size = sizeNode && keeper.field(sizeNode, isCount, 'a number of bytes is an `int` or a `bigint`')
  if (size !== undefined && sizeNode !== undefined) keeper.reportTooSmall(size, sizeNode)
  if (sha256 === undefined && size === undefined) return {}
  return {
    keep: {
      ...(sha256 === undefined ? {} : { sha256: sha256.name }),
      ...(size === undefined ? {} : { size: size.name }),
    },
  }
}

function recordsOf({ postgres, mongo }: ResolvedParts): Parameters<typeof objectPointers>[0] {
  return {
    ...(postgres === undefined ? {} : { postgres: postgres.part }),
    ...(mongo === undefined ? {} : { mongo: mongo.part }),
  }
}

function isDigest({ type }: Field): boolean {
  return type.kind === 'scalar' && type.scalar === 'string' && type.length === 64
}

function isCount({ type }: Field): boolean {
  return type.kind === 'scalar' && (type.scalar === 'int' || type.scalar === 'bigint')
}

/** Looks at the fields that are to keep something of one object. */
class Keeper {
  readonly #object: Kept
  readonly #part: 'postgres' | 'mongo'
  readonly #pointer: Field
  readonly #parts: ResolvedParts
  readonly #context: Context

  constructor(object: Kept, part: 'postgres' | 'mongo', pointer: Field, parts: ResolvedParts, context: Context) {
    this.#object = object
    this.#part = part
    this.#pointer = pointer
    this.#parts = parts
    this.#context = context
  }

  /** The field of a name in the part that has the object's key; undefined where it cannot keep what it is to keep. */
  field(node: ScalarNode, fits: (field: Field) => boolean, wanted: string): Field | undefined {
    const name = String(node.value)
    const other = this.#part === 'postgres' ? 'mongo' : 'postgres'
    const scope = this.#parts[this.#part]?.scope
    const elsewhere = this.#parts[other]?.scope.get(name)
    if (scope === undefined || (scope.get(name) === undefined && elsewhere !== undefined)) {
      const help = `move \`${name}\` to the \`${this.#part}\` part: both are written at once there`
      this.#report(
        node,
        `\`${name}\` stands in the ${partNames[other]}, and the object's key \`${this.#pointer.name}\` in the ${partNames[this.#part]}`,
        help,
        elsewhere,
      )
      return undefined
    }
    const field = scope.fieldAt(node)
    if (field === undefined) return undefined
    if (field.list || !fits(field)) {
      this.#report(node, `\`${name}\` cannot keep that: ${wanted}`, `give \`${name}\` that type`, field)
      return undefined
    }
    if (this.#pointer.optional && !field.optional) {
      const message = `\`${name}\` is required, and a record may have no \`${this.#object.name}\``
      this.#report(node, message, `make \`${name}\` optional, or the key \`${this.#pointer.name}\` required`, field)
      return undefined
    }
    if (field.immutable && !this.#pointer.immutable && this.#object.write === 'versions' && this.#canChange()) {
      const message = `\`${name}\` never changes, and \`${this.#object.name}\` is replaced by newer versions`
      this.#report(node, message, `leave out \`immutable\`, or write the object \`once\``, field)
      return undefined
    }
    return field
  }

  /** An `int` ends at 2 GiB. */
  reportTooSmall(field: Field, node: ScalarNode): void {
    const isSmall = field.type.kind === 'scalar' && field.type.scalar === 'int'
    if (!isSmall || this.#object.maxBytes <= largestInt) return
    const message = `\`${field.name}\` is an \`int\`, and \`${this.#object.name}\` may be larger than one can count`
    this.#report(node, message, 'make it a `bigint`, or give the object a `max_size` of at most 2GB', field)
  }

  #canChange(): boolean {
    return this.#part === 'postgres' && this.#parts.postgres?.part.appendOnly === false
  }

  #report(node: ScalarNode, message: string, help: string, field: Field | undefined): void {
    this.#context.report({
      code: 'resolve/bad-keep',
      severity: 'error',
      message,
      span: innerSpan(node),
      ...(field === undefined ? {} : { related: [{ span: field.typeSpan, label: 'its type is declared here' }] }),
      help,
    })
  }
}

function reportNoPointer(node: SpecNode, object: Kept, context: Context): void {
  context.report({
    code: 'resolve/bad-keep',
    severity: 'error',
    message: `no field points to \`${object.name}\`, so there is no place beside its key`,
    span: node.span,
    related: [{ span: object.span, label: 'the object is declared here' }],
    help: `add a field of the type \`key(${object.name})\` to the part that is to keep it`,
  })
}
