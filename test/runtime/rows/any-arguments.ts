import fc from 'fast-check'
import type { Description } from '../../../runtime/src/description/description.ts'
import type { FieldDescription } from '../../../runtime/src/description/field.ts'

type Arguments = Record<string, unknown>

/** Values that the rows in question hold, by the member of the entity and the field: filters that never hit prove little. */
export type Values = Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>>

interface Options {
  readonly description: Description
  readonly values: Values
  /** Entities that may be walked to. */
  readonly members: readonly string[]
}

const most = 3

/** Of `findMany`: filters, includes and orders over the description, some levels deep; the order is total. */
export function anyFind(options: Options, member: string): fc.Arbitrary<Arguments> {
  return listOf(options, member, most)
}

/** Any filter on an entity, its relations included. */
export function anyWhere(options: Options, member: string, depth: number = most): fc.Arbitrary<Arguments> {
  const scalars = Object.entries(options.values[member] ?? {}).map(([name, values]) =>
    filterOf(name, values).map((filter): Arguments => ({ [name]: filter })),
  )
  const empty = fc.constant<Arguments>({})
  if (depth === 0) return fc.oneof(...scalars, empty)
  const inner = (target: string): fc.Arbitrary<Arguments> => anyWhere(options, target, depth - 1)
  // Prisma takes an empty condition now for all and now for none.
  const own = anyWhere(options, member, depth - 1).filter((where) => Object.keys(where).length > 0)
  const lists = relationsOf(options, member).map(({ name, target, isList }) =>
    (isList ? ofList(inner(target)) : ofOne(inner(target))).map((filter): Arguments => ({ [name]: filter })),
  )
  const several = fc.array(own, { minLength: 1, maxLength: 2 })
  return fc.oneof(
    { weight: 4, arbitrary: fc.oneof(...scalars) },
    { weight: 6, arbitrary: lists.length === 0 ? empty : fc.oneof(...lists) },
    { weight: 1, arbitrary: empty },
    { weight: 1, arbitrary: fc.record({ AND: fc.oneof(own, several) }) },
    { weight: 1, arbitrary: fc.record({ OR: several }) },
    { weight: 2, arbitrary: fc.record({ NOT: fc.oneof(own, several) }) },
    { weight: 2, arbitrary: fc.tuple(own, own).map(([one, other]): Arguments => ({ ...one, ...other })) },
  )
}

function filterOf(name: string, values: readonly unknown[]): fc.Arbitrary<unknown> {
  const value = fc.constantFrom(...values)
  const list = fc.array(value, { maxLength: 3 })
  const texts = values.every((one) => typeof one === 'string' && name !== 'status' && name !== 'role')
  return fc.oneof(
    value,
    fc.record({ equals: value }),
    fc.record({ not: value }),
    ...(typeof values[0] === 'boolean' ? [] : [fc.record({ in: list }), fc.record({ notIn: list })]),
    ...(texts ? [fc.record({ contains: value.map((text) => String(text).slice(0, 1)) })] : []),
  )
}

function ofList(inner: fc.Arbitrary<Arguments>): fc.Arbitrary<Arguments> {
  return fc.oneof(
    fc.record({ some: inner }),
    fc.record({ none: inner }),
    fc.record({ every: inner }),
    fc.record({ some: inner, none: inner }),
  )
}

/** Without null: of a key of two columns Prisma alone asks whether both are, and so finds nothing. */
function ofOne(any: fc.Arbitrary<Arguments>): fc.Arbitrary<Arguments> {
  // Nor empty: whether it then must be there at all is said by neither.
  const inner = any.filter((where) => Object.keys(where).length > 0)
  return fc.oneof(inner, fc.record({ is: inner }), fc.record({ isNot: inner }))
}

interface Reached {
  readonly name: string
  readonly target: string
  readonly isList: boolean
}

function relationsOf({ description, members }: Options, member: string): readonly Reached[] {
  return Object.entries(description.entities[member]?.table?.relations ?? {}).flatMap(([name, relation]) =>
    members.includes(relation.entity) ? [{ name, target: relation.entity, isList: relation.list }] : [],
  )
}

function listOf(options: Options, member: string, depth: number): fc.Arbitrary<Arguments> {
  const names = Object.keys(options.values[member] ?? {})
  const order = fc
    .array(fc.tuple(fc.constantFrom(...names), fc.constantFrom('asc', 'desc')), { maxLength: 2 })
    .map((list) => [...list.map(([name, direction]) => ({ [name]: direction })), { refId: 'asc' }])
  return fc
    .tuple(
      fc.option(anyWhere(options, member, Math.min(depth, 2)), { nil: undefined }),
      order,
      fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined, freq: 4 }),
      fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined, freq: 4 }),
      selectionOf(options, member, depth),
    )
    .map(([where, orderBy, take, skip, selection]) => ({
      ...(where === undefined ? {} : { where }),
      orderBy,
      ...(take === undefined ? {} : { take }),
      ...(skip === undefined ? {} : { skip }),
      ...selection,
    }))
}

function selectionOf(options: Options, member: string, depth: number): fc.Arbitrary<Arguments> {
  const relations = relationsOf(options, member)
  if (depth === 0 || relations.length === 0) return fc.constant({})
  const one = fc.constantFrom(...relations).chain(({ name, target, isList }) => {
    const inner = isList ? listOf(options, target, depth - 1) : selectionOf(options, target, depth - 1)
    return inner.map((args): readonly [string, unknown] => [name, Object.keys(args).length === 0 ? true : args])
  })
  const counted = relations.filter(({ isList }) => isList)
  const count =
    counted.length === 0
      ? fc.constant<readonly [string, unknown] | undefined>(undefined)
      : fc.option(
          fc
            .constantFrom(...counted)
            .chain(({ name, target }) =>
              fc
                .option(anyWhere(options, target, 1), { nil: undefined })
                .map((where) => ['_count', { select: { [name]: where === undefined ? true : { where } } }] as const),
            ),
          { nil: undefined },
        )
  return fc.tuple(fc.array(one, { maxLength: 2 }), count, fc.boolean()).map(([chosen, counts, isSelect]) => {
    const entries = [...chosen, ...(counts === undefined ? [] : [counts])]
    if (entries.length === 0) return {}
    const members = Object.fromEntries(entries)
    return isSelect ? { select: { refId: true, ...members } } : { include: members }
  })
}

/** Fields whose values filters and orders may take: short texts, enums, numbers. */
export function isCompared({ type, kept, encrypted, list, optional }: FieldDescription): boolean {
  if (kept !== undefined || encrypted === true || list === true || optional === true) return false
  return type.kind === 'enum' || (type.kind === 'scalar' && ['string', 'int', 'boolean'].includes(type.scalar))
}
