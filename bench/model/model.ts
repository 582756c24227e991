/** What a column holds, in words of no dialect; `pointer` and `key` are what a split entity keeps of its other parts. */
export type ColumnType =
  | 'uuid'
  | 'ulid'
  | 'name'
  | 'text'
  | 'enum'
  | 'int'
  | 'decimal'
  | 'boolean'
  | 'timestamp'
  | 'pointer'
  | 'key'

/** What stands in a column where nobody says otherwise; `start` is the first value of the entity's enum. */
export type ColumnDefault = 'uuid7' | 'ulid' | 'zero' | 'true' | 'now' | 'start'

export interface Column {
  /** In snake_case, as the table has it. */
  readonly name: string
  readonly type: ColumnType
  readonly optional: boolean
  readonly default?: ColumnDefault
}

/** A reference by the column `<name>_id` to the primary key of another entity. */
export interface Relation {
  readonly name: 'owner' | 'parent'
  readonly to: number
  readonly optional: boolean
}

export interface Entity {
  /** From 0; what its relations count in. */
  readonly number: number
  readonly name: string
  readonly table: string
  readonly about: string
  readonly enumName: string
  /** Whether Stowage's spec keeps a document and an object beside the row; the peers know the row alone. */
  readonly split: boolean
  readonly columns: readonly Column[]
  readonly relations: readonly Relation[]
  /** Lists of columns; each entity has two. */
  readonly indexes: readonly (readonly string[])[]
  /** Who refers to it, by which relation, in the order of the entities. */
  readonly referrers: readonly { readonly from: Entity; readonly relation: Relation['name'] }[]
}

export interface Model {
  readonly enums: readonly { readonly name: string; readonly values: readonly string[] }[]
  readonly entities: readonly Entity[]
}

/** How many entities share an enum, and of how many one is split. */
const group = 10

const values = ['draft', 'active', 'archived']
const indexes = [
  ['owner_id', 'status'],
  ['parent_id', 'created_on'],
]

/**
 * The model that is measured: so many entities of twelve columns (fourteen where they are split), two relations, two indexes
 * and one unique column each. An entity's owner is one of the eighth before it, its parent one of the fifth, as in a tree; in a
 * `ring` each entity belongs to the next, and the last to the first. Both may be empty: the first entity is its own owner, and records that
 * need each other before there is one are refused.
 */
export function syntheticModel(size: number, shape: 'tree' | 'ring' = 'tree'): Model {
  const ownerOf = (number: number): number => (shape === 'ring' ? (number + 1) % size : Math.floor(number / 8))
  const parentOf = (number: number): number => (shape === 'ring' ? (number + 7) % size : Math.floor(number / 5))
  const entities = Array.from({ length: size }, (_, number) => ({
    ...entityOf(number),
    relations: [
      { name: 'owner', to: ownerOf(number), optional: true },
      { name: 'parent', to: parentOf(number), optional: true },
    ] as const,
    referrers: [] as Entity['referrers'][number][],
  }))
  for (const from of entities)
    for (const { name, to } of from.relations) entities[to]?.referrers.push({ from, relation: name })
  const enums = Array.from({ length: Math.ceil(size / group) }, (_, number) => ({
    name: enumOf(number * group),
    values,
  }))
  return { enums, entities }
}

function enumOf(number: number): string {
  return `Status${Math.floor(number / group) + 1}`
}

function entityOf(number: number): Omit<Entity, 'relations' | 'referrers'> {
  const split = number % group === group - 1
  return {
    number,
    name: `Item${number + 1}`,
    table: `item${number + 1}s`,
    about: `Item ${number + 1} of the synthetic model.`,
    enumName: enumOf(number),
    split,
    columns: split ? [...columns, ...pointers] : columns,
    indexes,
  }
}

const columns: readonly Column[] = [
  { name: 'id', type: 'uuid', optional: false, default: 'uuid7' },
  { name: 'ref_id', type: 'ulid', optional: false, default: 'ulid' },
  { name: 'name', type: 'name', optional: false },
  { name: 'note', type: 'text', optional: true },
  { name: 'status', type: 'enum', optional: false, default: 'start' },
  { name: 'quantity', type: 'int', optional: false, default: 'zero' },
  { name: 'price', type: 'decimal', optional: false, default: 'zero' },
  { name: 'active', type: 'boolean', optional: false, default: 'true' },
  { name: 'owner_id', type: 'uuid', optional: true },
  { name: 'parent_id', type: 'uuid', optional: true },
  { name: 'created_on', type: 'timestamp', optional: false, default: 'now' },
  { name: 'updated_on', type: 'timestamp', optional: false, default: 'now' },
]

const pointers: readonly Column[] = [
  { name: 'body_ref', type: 'pointer', optional: true },
  { name: 'file_s3_key', type: 'key', optional: true },
]
