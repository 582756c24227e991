import type { MapEntry, MapNode, SpecDocument, SpecNode } from '../front/node.ts'
import { fieldOf } from '../model/lookup.ts'
import type { Model } from '../model/model.ts'
import type { Subject } from '../model/subject.ts'
import type { SourceFile } from '../source/source-file.ts'

/**
 * The innermost thing of a spec whose declaration holds a place of a file; nothing where that is no part of one, or of
 * one that the model could not be given.
 */
export function subjectAt(model: Model, document: SpecDocument, offset: number): Subject | undefined {
  return subjectOfKeys(model, document.file, keysAt(document.root, offset))
}

/**
 * The innermost thing of a spec whose declaration the keys lead into, from the root of a file down; a text in a list counts
 * as a key.
 */
export function subjectOfKeys(model: Model, file: SourceFile, keys: readonly string[]): Subject | undefined {
  const [section, name, ...inner] = keys
  switch (section) {
    case 'entities':
      return name === undefined ? undefined : ofEntity(model, name, inner)
    case 'enums':
      return name === undefined ? undefined : ofEnum(model, name, inner)
    case 'types':
      return name === undefined ? undefined : ofShape(model, name, inner)
    case 'mixins':
      return name === undefined ? undefined : ofMixin(model, name, inner)
    case 'stores':
      return name === 's3' && inner[0] === 'buckets' ? ofBucket(model, inner[1]) : undefined
    case 'domain':
    case 'about': {
      const domain = model.domains.find((candidate) => candidate.file.path === file.path)
      return domain === undefined ? undefined : { kind: 'domain', name: domain.name }
    }
    default:
      return undefined
  }
}

function ofEntity(model: Model, name: string, [store, block, ...inner]: readonly string[]): Subject | undefined {
  const entity = model.byName.entities.get(name)
  if (entity === undefined) return undefined
  if (store === 's3' && entity.s3 !== undefined) {
    const object = entity.s3.objects.find((candidate) => block === 'objects' && candidate.name === inner[0])
    if (object !== undefined) return { kind: 'object', entity: name, name: object.name }
    return { kind: 'part', entity: name, store }
  }
  if (store !== 'postgres' && store !== 'mongo') return { kind: 'entity', name }
  const part = entity[store]
  if (part === undefined) return { kind: 'entity', name }
  const [member, state] = inner
  if (block === 'fields' && member !== undefined && fieldOf(part, member) !== undefined) {
    return { kind: 'field', entity: name, part: store, name: member }
  }
  if (part.store === 'postgres' && block === 'lifecycle' && part.lifecycle !== undefined) {
    return { kind: 'state', entity: name, name: state ?? part.lifecycle.start }
  }
  return { kind: 'part', entity: name, store }
}

function ofEnum({ byName }: Model, name: string, inner: readonly string[]): Subject | undefined {
  const declared = byName.enums.get(name)
  if (declared === undefined) return undefined
  const value = inner[0] === 'values' ? inner[1] : inner[0]
  if (declared.values.every((candidate) => candidate.name !== value)) return { kind: 'enum', name }
  return value === undefined ? { kind: 'enum', name } : { kind: 'value', enum: name, name: value }
}

function ofShape({ byName }: Model, name: string, [block, field]: readonly string[]): Subject | undefined {
  const shape = byName.valueTypes.get(name)
  if (shape === undefined) return undefined
  if (block !== 'fields' || field === undefined || fieldOf(shape, field) === undefined) return { kind: 'shape', name }
  return { kind: 'shape_field', shape: name, name: field }
}

function ofMixin({ byName }: Model, name: string, [block, field]: readonly string[]): Subject | undefined {
  const mixin = byName.mixins.get(name)
  if (mixin === undefined) return undefined
  if (block !== 'fields' || field === undefined || fieldOf(mixin, field) === undefined) return { kind: 'mixin', name }
  return { kind: 'mixin_field', mixin: name, name: field }
}

function ofBucket({ project }: Model, name: string | undefined): Subject | undefined {
  const bucket = project.stores.s3?.buckets.find((candidate) => candidate.name === name)
  return bucket === undefined ? undefined : { kind: 'bucket', name: bucket.name }
}

/** The keys on the way down to a place; a text in a list counts as one, since a short enum is a list of its values. */
function keysAt(root: MapNode, offset: number): readonly string[] {
  const keys: string[] = []
  for (let node: SpecNode | undefined = root; node !== undefined; ) {
    if (node.kind === 'scalar') break
    if (node.kind === 'list') {
      const item: SpecNode | undefined = lastUpTo(node.items, offset, ({ span }) => span.start)
      if (item?.kind === 'scalar' && holds(item, offset)) keys.push(String(item.value))
      break
    }
    const entry: MapEntry | undefined = lastUpTo(node.entries, offset, ({ keySpan }) => keySpan.start)
    if (entry === undefined) break
    const inValue = holds(entry.value, offset)
    if (!inValue && offset > entry.keySpan.end) break
    keys.push(entry.key)
    node = inValue ? entry.value : undefined
  }
  return keys
}

function holds({ span }: SpecNode, offset: number): boolean {
  return span.start <= offset && offset <= span.end
}

/** The last of the items, which are in the order of their places, that begins at or before an offset. */
function lastUpTo<T>(items: readonly T[], offset: number, startOf: (item: T) => number): T | undefined {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    const item = items[middle]
    if (item !== undefined && startOf(item) <= offset) low = middle + 1
    else high = middle
  }
  return items[low - 1]
}
