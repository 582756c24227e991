import type { FieldDescription } from '../description/field.ts'
import { checkNames, checkOrder } from './order.ts'
import { count, known, type Path, plain, refused } from './refuse.ts'
import type { Relation, Shape } from './shape.ts'
import { isEmpty, type Vision } from './vision.ts'
import { visibleWhere } from './where.ts'

/** What is done with a row before a caller gets it; undefined where nothing is to be done. */
export interface Reading {
  readonly shape: Shape
  /** Secrets among what is selected. */
  readonly secrets: readonly FieldDescription[]
  /** Members that were selected for ourselves. */
  readonly extra: readonly string[]
  readonly relations: readonly RelationReading[]
}

export interface RelationReading {
  readonly relation: Relation
  readonly reading: Reading | undefined
  /** Where a deleted record counts as none: the member that says so. */
  readonly deletedOn?: string
}

export interface Selected {
  readonly args: { readonly select?: object; readonly include?: object }
  readonly reading: Reading | undefined
}

const whole = new WeakMap<Shape, Selected>()

/**
 * `include` and `select` with every list narrowed to what is seen. `wanted`: members that are needed for ourselves.
 *
 * @throws InvalidInput for what is unknown
 */
export function selected(
  args: { readonly select?: unknown; readonly include?: unknown },
  shape: Shape,
  vision: Vision,
  path: Path = [],
  wanted: readonly string[] = [],
): Selected {
  const { select, include } = args
  if (select !== undefined && include !== undefined) throw refused([...path, 'include'], 'stands beside select')
  if (select !== undefined) return fromSelect(select, shape, vision, [...path, 'select'], wanted)
  if (include !== undefined) return fromInclude(include, shape, vision, [...path, 'include'])
  let plainly = whole.get(shape)
  if (plainly === undefined) {
    plainly = { args: {}, reading: readingOf(shape, shape.encrypted, [], []) }
    whole.set(shape, plainly)
  }
  return plainly
}

function readingOf(
  shape: Shape,
  secrets: readonly FieldDescription[],
  extra: readonly string[],
  relations: readonly RelationReading[],
): Reading | undefined {
  const isIdle = secrets.length === 0 && extra.length === 0 && relations.length === 0
  return isIdle ? undefined : { shape, secrets, extra, relations }
}

function fromInclude(given: unknown, shape: Shape, vision: Vision, path: Path): Selected {
  const include: Record<string, unknown> = {}
  const relations: RelationReading[] = []
  for (const [key, value] of Object.entries(plain(given, path))) {
    if (value === false || value === undefined) continue
    include[key] = member(key, value, shape, vision, [...path, key], relations)
  }
  // Prisma takes no empty `include`.
  const args = isEmpty(include) ? {} : { include }
  return { args, reading: readingOf(shape, shape.encrypted, [], relations) }
}

function fromSelect(given: unknown, shape: Shape, vision: Vision, path: Path, wanted: readonly string[]): Selected {
  const select: Record<string, unknown> = {}
  const relations: RelationReading[] = []
  const secrets: FieldDescription[] = []
  for (const [key, value] of Object.entries(plain(given, path))) {
    if (value === false || value === undefined) continue
    const at = [...path, key]
    const field = shape.fields.get(key)
    if (field === undefined) select[key] = member(key, value, shape, vision, at, relations)
    else if (value !== true) throw refused(at, 'is to be true or false')
    else {
      select[key] = true
      if (field.encrypted === true) secrets.push(field)
    }
  }
  if (isEmpty(select)) throw refused(path, 'selects nothing')
  const { refId } = shape.kept
  const needed = new Set([...wanted, ...(secrets.length > 0 && refId !== undefined ? [refId] : [])])
  const extra = [...needed].filter((name) => select[name] === undefined)
  for (const name of extra) select[name] = true
  return { args: { select }, reading: readingOf(shape, secrets, extra, relations) }
}

/** A relation, or the numbers of records of relations. */
function member(
  key: string,
  value: unknown,
  shape: Shape,
  vision: Vision,
  path: Path,
  relations: RelationReading[],
): unknown {
  if (key === '_count') return counted(value, shape, vision, path)
  const relation = shape.relations.get(key)
  if (relation === undefined) throw refused(path, 'is unknown here')
  const { target, isList, isOptional } = relation
  const given = value === true ? {} : known(value, isList ? ofLists : ofOne, path)
  const { deletedOn } = target
  const isHidden = !isList && isOptional && vision.isLive && deletedOn !== undefined
  const inner = selected(given, target, vision, path, isHidden ? [deletedOn] : [])
  if (isHidden || inner.reading !== undefined) {
    relations.push({ relation, reading: inner.reading, ...(isHidden ? { deletedOn } : {}) })
  }
  const args = { ...(isList ? listArgs(given, target, vision, path) : {}), ...inner.args }
  return isEmpty(args) ? true : args
}

const ofOne: ReadonlySet<string> = new Set(['select', 'include'])
const ofLists: ReadonlySet<string> = new Set(['select', 'include', 'where', 'orderBy', 'take', 'skip', 'distinct'])

/** What says which rows of a list, and in which order. */
export function listArgs(
  given: Readonly<Record<string, unknown>>,
  shape: Shape,
  vision: Vision,
  path: Path = [],
): Record<string, unknown> {
  const { where, orderBy, take, skip, distinct } = given
  const args: Record<string, unknown> = {}
  const visible = visibleWhere(where, shape, vision, [...path, 'where'])
  if (!isEmpty(visible)) args.where = visible
  if (orderBy !== undefined) {
    checkOrder(orderBy, shape, [...path, 'orderBy'])
    args.orderBy = orderBy
  }
  if (take !== undefined) args.take = count(take, Number.MIN_SAFE_INTEGER, [...path, 'take'])
  if (skip !== undefined) args.skip = count(skip, 0, [...path, 'skip'])
  if (distinct !== undefined) {
    checkNames(distinct, shape, [...path, 'distinct'])
    args.distinct = distinct
  }
  return args
}

/** Without conditions Prisma would count the deleted ones. */
function counted(given: unknown, shape: Shape, vision: Vision, path: Path): unknown {
  const wanted =
    given === true
      ? Object.fromEntries([...shape.relations.values()].filter(({ isList }) => isList).map(({ name }) => [name, true]))
      : plain(known(given, new Set(['select']), path).select, [...path, 'select'])
  const select: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(wanted)) {
    if (value === false || value === undefined) continue
    const at = [...path, 'select', key]
    const relation = shape.relations.get(key)
    if (relation === undefined || !relation.isList) throw refused(at, 'is no list of records')
    const { where } = value === true ? {} : known(value, new Set(['where']), at)
    const visible = visibleWhere(where, relation.target, vision, [...at, 'where'])
    select[key] = isEmpty(visible) ? true : { where: visible }
  }
  return { select }
}
