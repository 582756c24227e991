import type {
  FieldFact,
  ForeignKeyFact,
  LifecycleFact,
  TableFact,
  TenancyFacts,
  ValueTypeFact,
} from '../../expected/facts.ts'

/** What the spec demands of PostgreSQL, and by what the other stores and languages see it. */
export interface PostgresFacts {
  readonly tables: readonly TableFact[]
  readonly enums: Readonly<Record<string, readonly string[]>>
  readonly valueTypes: readonly ValueTypeFact[]
  readonly lifecycles: readonly LifecycleFact[]
  readonly tenancy: TenancyFacts
}

/** A table with what is asked of it again and again. */
export interface Table extends TableFact {
  readonly byField: ReadonlyMap<string, FieldFact>
  readonly foreignKeyOf: ReadonlyMap<string, ForeignKeyFact>
  readonly primary: FieldFact
  readonly publicId?: FieldFact
  readonly tenant?: FieldFact
  readonly lifecycle?: LifecycleFact
  /** What refers to it, from all tables. */
  readonly referredBy: readonly { readonly from: string; readonly key: ForeignKeyFact }[]
}

/** The facts, ready for look-ups. */
export interface Spec {
  readonly facts: PostgresFacts
  readonly tables: readonly Table[]
  readonly valueTypes: ReadonlyMap<string, ValueTypeFact>
  /** The roles, where records have tenants. */
  readonly roles?: NonNullable<TenancyFacts['roles']>
  /** Whether the database itself keeps tenants apart. */
  readonly isolates: boolean
  /** Whether an entity has rows. */
  has(entity: string): boolean
  table(entity: string): Table
}

export function specOf(facts: PostgresFacts): Spec {
  const lifecycles = new Map(facts.lifecycles.map((lifecycle) => [lifecycle.entity, lifecycle]))
  const referredBy = new Map(facts.tables.map(({ entity }): [string, Table['referredBy'][number][]] => [entity, []]))
  for (const { entity: from, foreignKeys } of facts.tables) {
    for (const key of foreignKeys) referredBy.get(key.entity)?.push({ from, key })
  }
  const tables = facts.tables.map((fact) =>
    tableOf(fact, facts.tenancy, lifecycles.get(fact.entity), referredBy.get(fact.entity) ?? []),
  )
  const byEntity = new Map(tables.map((table) => [table.entity, table]))
  const { roles, enforce } = facts.tenancy
  return {
    facts,
    tables,
    valueTypes: new Map(facts.valueTypes.map((type) => [type.name, type])),
    ...(roles === undefined ? {} : { roles }),
    isolates: enforce === 'rls',
    has: (entity) => byEntity.has(entity),
    table: (entity) => {
      const table = byEntity.get(entity)
      if (table === undefined) throw new Error(`the facts have no table for ${entity}`)
      return table
    },
  }
}

function tableOf(
  fact: TableFact,
  tenancy: TenancyFacts,
  lifecycle: LifecycleFact | undefined,
  referredBy: Table['referredBy'],
): Table {
  const byField = new Map(fact.fields.map((field) => [field.name, field]))
  const primary = fact.fields.find(({ key }) => key === 'primary')
  if (primary === undefined) throw new Error(`the facts know no primary key of ${fact.table}`)
  const publicId = fact.fields.find(({ key }) => key === 'public')
  const tenant = fact.fields.find(({ role, name }) => role === 'tenant' && name === tenancy.field)
  return {
    ...fact,
    byField,
    foreignKeyOf: new Map(fact.foreignKeys.map((key) => [key.field, key])),
    primary,
    ...(publicId === undefined ? {} : { publicId }),
    ...(tenant === undefined ? {} : { tenant }),
    ...(lifecycle === undefined ? {} : { lifecycle }),
    referredBy,
  }
}
