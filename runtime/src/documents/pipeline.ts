import { Forbidden } from '../errors/errors.ts'
import type { Bson } from '../mongo/driver.ts'
import { type Path, plain, refused } from '../rows/refuse.ts'
import { isPlain } from '../validate/plain.ts'
import { checkExpression, checkLiteral, forbidden } from './expression.ts'
import { demandOwnTenant } from './foreign.ts'
import {
  type Filter,
  graphFilter,
  lookupFilter,
  narrowed,
  pipelineFilter,
  unionFilter,
  type Vision,
} from './own-filter.ts'
import { type DocumentShape, shapeOfCollection } from './shape.ts'
import { checkedWhere } from './where.ts'

/** Stages that work on the documents that reach them, and hold nothing but expressions. */
const working: ReadonlySet<string> = new Set(
  `$addFields $bucket $bucketAuto $count $densify $fill $group $limit $project $redact $replaceRoot $replaceWith $sample $set
  $setWindowFields $skip $sort $sortByCount $unset $unwind`.split(/\s+/),
)
/** Those after which members are still those of the entity. */
const keeping: ReadonlySet<string> = new Set(['$match', '$sort', '$skip', '$limit', '$sample'])

interface Walk {
  readonly vision: Vision
  readonly bson: Bson
}

/**
 * A pipeline over an entity, in which every collection that it reads is narrowed to what the scope sees: the entity's own by
 * the first stage, others where they are joined.
 *
 * @throws Forbidden for stages and operators that write, run code, reach beyond the spec's collections, or are not known
 */
export function scopedPipeline(shape: DocumentShape, vision: Vision, stages: unknown, bson: Bson): readonly Filter[] {
  const walk = { vision, bson }
  const list = stagesOf(stages, ['pipeline'])
  const [first, ...rest] = list
  const found = textIn(first)
  const own = pipelineFilter(shape, vision)
  if (found === undefined) return headed(own, scopedStages(shape, list, walk, ['pipeline'], true))
  // A search is to be in the first stage, and its index begins with the tenant.
  const condition = checkedMatch(shape, found.rest, walk, ['pipeline', 0, '$match'])
  const head = { ...narrowed(own, condition), $text: textOf(shape, found.text) }
  return [{ $match: head }, ...scopedStages(shape, rest, walk, ['pipeline'], true, 1)]
}

function headed(own: Filter, stages: readonly Filter[]): readonly Filter[] {
  return [{ $match: own }, ...stages]
}

/** @param isTyped whether documents are still as the collection has them */
function scopedStages(
  shape: DocumentShape,
  stages: readonly unknown[],
  walk: Walk,
  path: Path,
  isTyped: boolean,
  from = 0,
): readonly Filter[] {
  let typed = isTyped
  return stages.map((stage, n) => {
    const at = [...path, n + from]
    const [name, operand] = stageOf(stage, at)
    const scoped = scopedStage(shape, name, operand, walk, [...at, name], typed)
    typed &&= keeping.has(name)
    return { [name]: scoped }
  })
}

function scopedStage(
  shape: DocumentShape,
  name: string,
  operand: unknown,
  walk: Walk,
  path: Path,
  isTyped: boolean,
): unknown {
  if (working.has(name)) {
    checkExpression(operand, path)
    return operand
  }
  switch (name) {
    case '$match':
      return isTyped ? checkedMatch(shape, operand, walk, path) : freeMatch(shape, operand, walk, path)
    case '$facet':
      return Object.fromEntries(
        Object.entries(plain(operand, path)).map(([output, stages]) => [
          output,
          scopedStages(shape, stagesOf(stages, [...path, output]), walk, [...path, output], isTyped),
        ]),
      )
    case '$lookup':
      return scopedLookup(shape, plain(operand, path), walk, path)
    case '$unionWith':
      return scopedUnion(shape, typeof operand === 'string' ? { coll: operand } : plain(operand, path), walk, path)
    case '$graphLookup':
      return scopedGraph(shape, plain(operand, path), walk, path)
    default:
      throw forbidden(name, path)
  }
}

function scopedLookup(shape: DocumentShape, operand: Filter | Readonly<Filter>, walk: Walk, path: Path): Filter {
  const { from, pipeline, let: variables, ...rest } = operand
  const target = ownCollection(shape, from, [...path, 'from'])
  for (const [key, value] of Object.entries(rest)) {
    if (!lookupKeys.has(key)) throw refused([...path, key], 'is unknown here')
    if (typeof value !== 'string') throw refused([...path, key], 'is to be a text')
  }
  if (variables !== undefined) checkExpression(variables, [...path, 'let'])
  const inner = pipeline === undefined ? [] : stagesOf(pipeline, [...path, 'pipeline'])
  return {
    from: target.documents.collection,
    ...rest,
    ...(variables === undefined ? {} : { let: variables }),
    pipeline: headed(lookupFilter(target, walk.vision), scopedStages(target, inner, walk, [...path, 'pipeline'], true)),
  }
}

const lookupKeys: ReadonlySet<string> = new Set(['localField', 'foreignField', 'as'])

function scopedUnion(shape: DocumentShape, operand: Readonly<Filter>, walk: Walk, path: Path): Filter {
  const { coll, pipeline, ...rest } = operand
  const target = ownCollection(shape, coll, [...path, 'coll'])
  const [unknown] = Object.keys(rest)
  if (unknown !== undefined) throw refused([...path, unknown], 'is unknown here')
  const inner = pipeline === undefined ? [] : stagesOf(pipeline, [...path, 'pipeline'])
  return {
    coll: target.documents.collection,
    pipeline: headed(unionFilter(target, walk.vision), scopedStages(target, inner, walk, [...path, 'pipeline'], true)),
  }
}

function scopedGraph(shape: DocumentShape, operand: Readonly<Filter>, walk: Walk, path: Path): Filter {
  const { from, restrictSearchWithMatch, startWith, ...rest } = operand
  const target = ownCollection(shape, from, [...path, 'from'])
  for (const [key, value] of Object.entries(rest)) {
    if (!graphKeys.has(key)) throw refused([...path, key], 'is unknown here')
    checkLiteral(value, [...path, key])
  }
  checkExpression(startWith, [...path, 'startWith'])
  const at = [...path, 'restrictSearchWithMatch']
  const given =
    restrictSearchWithMatch === undefined ? undefined : checkedMatch(target, restrictSearchWithMatch, walk, at)
  return {
    from: target.documents.collection,
    startWith,
    ...rest,
    restrictSearchWithMatch: narrowed(graphFilter(target, walk.vision), given),
  }
}

const graphKeys: ReadonlySet<string> = new Set(['connectFromField', 'connectToField', 'as', 'maxDepth', 'depthField'])

/**
 * A part of a split record is there before its row is, and after: only with the row can it be told whether it is to be seen.
 *
 * @throws Forbidden for another database, for a collection that the spec does not know, and for parts
 */
function ownCollection(shape: DocumentShape, name: unknown, path: Path): DocumentShape {
  const found = typeof name === 'string' ? shapeOfCollection(shape.description, name) : undefined
  if (found === undefined)
    throw new Forbidden(
      'only collections of the spec can be joined',
      { field: path.join('.') },
      'Name a collection of the spec as a text.',
    )
  const { entity, documents } = found
  if (entity.root !== 'mongo')
    throw new Forbidden(
      `${documents.collection} holds parts of ${entity.name}, and cannot be joined`,
      { entity: entity.name, field: path.join('.') },
      'Read the records by their repository.',
    )
  return found
}

function checkedMatch(shape: DocumentShape, operand: unknown, { vision, bson }: Walk, path: Path): Filter {
  return checkedWhere(shape, vision.scope, operand, bson, path)
}

const logical: ReadonlySet<string> = new Set(['$and', '$or', '$nor'])

/** A filter on what a pipeline has made: any member, and operators that compare. */
function freeMatch(shape: DocumentShape, operand: unknown, walk: Walk, path: Path): unknown {
  for (const [key, value] of Object.entries(plain(operand, path))) {
    const at = [...path, key]
    if (logical.has(key)) {
      if (!Array.isArray(value)) throw refused(at, 'is to be a list')
      for (const [n, one] of value.entries()) freeMatch(shape, one, walk, [...at, n])
    } else if (key === '$expr') checkExpression(value, at)
    else if (key.startsWith('$')) throw forbidden(key, path)
    else {
      if (key === shape.kept.tenant) demandOwnTenant(shape, walk.vision.scope, value)
      checkOperators(value, at)
    }
  }
  return operand
}

const comparing: ReadonlySet<string> = new Set(
  `$all $and $elemMatch $eq $exists $gt $gte $in $lt $lte $mod $ne $nin $nor $not $options $or $regex $size $type`.split(
    ' ',
  ),
)

function checkOperators(value: unknown, path: Path): void {
  checkLiteral(value, path)
  if (Array.isArray(value)) for (const [n, one] of value.entries()) checkOperators(one, [...path, n])
  if (!isPlain(value)) return
  for (const [key, one] of Object.entries(value)) {
    if (key.startsWith('$') && !comparing.has(key)) throw forbidden(key, path)
    checkOperators(one, [...path, key])
  }
}

function stagesOf(stages: unknown, path: Path): readonly unknown[] {
  if (!Array.isArray(stages)) throw refused(path, 'is to be a list of stages')
  return stages
}

function stageOf(stage: unknown, path: Path): readonly [string, unknown] {
  const [entry, ...more] = Object.entries(plain(stage, path))
  if (entry === undefined || more.length > 0) throw refused(path, 'is to be one stage')
  return entry
}

function textIn(stage: unknown): { readonly text: unknown; readonly rest: Filter } | undefined {
  const match = isPlain(stage) ? stage.$match : undefined
  if (!isPlain(match) || !Object.hasOwn(match, '$text')) return undefined
  const { $text: text, ...rest } = match
  return { text, rest }
}

/** @throws Forbidden where the entity has no index of words */
function textOf({ entity, documents }: DocumentShape, text: unknown): Filter {
  const given = plain(text, ['$text'])
  if (!documents.hasTextIndex)
    throw new Forbidden(
      `${entity.name} has no text index`,
      { entity: entity.name },
      'Declare `text_index` in the spec.',
    )
  const { $search, $caseSensitive, $diacriticSensitive, ...rest } = given
  if (typeof $search !== 'string') throw refused(['$text', '$search'], 'is to be a text')
  const [unknown] = Object.keys(rest)
  if (unknown !== undefined) throw refused(['$text', unknown], 'is unknown here')
  return {
    $search,
    ...($caseSensitive === undefined ? {} : { $caseSensitive: $caseSensitive === true }),
    ...($diacriticSensitive === undefined ? {} : { $diacriticSensitive: $diacriticSensitive === true }),
  }
}
