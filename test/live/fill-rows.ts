import { InternalError } from '../../generator/base/internal-error.ts'
import { columnTypeOf } from '../../generator/catalog/postgres/column-type.ts'
import type { Field } from '../../generator/model/field.ts'
import { enumNamed, type PostgresEntity } from '../../generator/model/lookup.ts'
import type { Model } from '../../generator/model/model.ts'
import { alwaysQuoted, quoteLiteral } from '../../generator/print/sql/quote.ts'

/** Texts that are worth trying against a `pattern`: as a row's SQL, with what it gives for one row. */
const texts: readonly { readonly sql: string; readonly sample: string }[] = [
  { sql: `'text ' || g`, sample: 'text 17' },
  { sql: `'key-' || g`, sample: 'key-17' },
  { sql: `md5(g::text) || md5('b' || g)`, sample: 'a3'.repeat(32) },
  { sql: `'+49' || (1000000 + g)`, sample: '+491000017' },
  { sql: `'en'`, sample: 'en' },
  { sql: `'DE'`, sample: 'DE' },
  { sql: `'EUR'`, sample: 'EUR' },
  { sql: `'example' || g || '.com'`, sample: 'example17.com' },
]

/**
 * SQL that adds rows to a table, `g` counting from 1: valid by every check, spread over five tenants and a thousand
 * parents that need not exist. Run it in a session whose `session_replication_role` is `replica`, so that neither triggers
 * nor foreign keys are asked.
 */
export function fillRows(entity: PostgresEntity, model: Model, rows: number): string {
  const { table, fields } = entity.postgres
  const filled = fields.filter(({ name }) => name !== entity.softDelete?.on && name !== entity.softDelete?.by)
  const columns = filled.map(({ physical }) => alwaysQuoted(physical.text)).join(', ')
  const values = filled
    .map((field) => `(${valueFor(field, entity, model)})::${columnTypeOf(field).declared}`)
    .join(', ')
  return `INSERT INTO public.${alwaysQuoted(table.text)} (${columns}) SELECT ${values} FROM generate_series(1, ${rows}) AS g`
}

/** The id of one of the five tenants, and of one of the thousand parents of an entity. */
export function tenantId(number: number): string {
  return `md5('tenant ' || ${number})::uuid`
}

export function parentId(entity: string, number: number): string {
  return `md5(${quoteLiteral(entity)} || ' ' || ${number})::uuid`
}

function valueFor(field: Field, entity: PostgresEntity, model: Model): string {
  const { type } = field
  if (field.list) return type.kind === 'value' ? `'[]'` : `'{}'`
  if (field.primary) return 'gen_random_uuid()'
  if (field.origin.kind === 'tenant') return `md5('tenant ' || g % 5)::uuid`
  switch (type.kind) {
    case 'ref':
      return type.holds === 'id'
        ? `md5(${quoteLiteral(type.entity)} || ' ' || (g / 5) % ${parentsOf(entity, field)})`
        : objectId
    case 'enum': {
      const values = enumNamed(model, type.enum).values.map(({ name }) => quoteLiteral(name))
      return `(ARRAY[${values.join(', ')}])[1 + (g / 5) % ${values.length}]`
    }
    case 'value':
      return `'{}'`
    case 'key':
      return `'key/' || g`
    case 'part':
      return objectId
    case 'scalar':
      return scalarValue(field, entity)
  }
}

/** A thousand, but one for each row where a parent may have one only. The other counts are prime to it, so that pairs do not repeat. */
function parentsOf({ postgres }: PostgresEntity, field: Field): number {
  const single = postgres.uniques.some(({ fields }) => fields.length === 2 && fields.includes(field.name))
  return single ? 1_000_000 : 1000
}

const objectId = 'substr(md5(g::text), 1, 24)'

function scalarValue(field: Field, entity: PostgresEntity): string {
  if (field.type.kind !== 'scalar') throw new InternalError(`${field.name} holds no scalar`)
  const { scalar } = field.type
  switch (scalar) {
    case 'timestamp':
      return `now() + g * interval '70 seconds'`
    case 'date':
      return 'current_date + (g / 5) % 397'
    case 'int':
    case 'bigint':
    case 'decimal':
    case 'float': {
      const least = field.min ?? 0
      const span = Math.min((field.max ?? least + 990) - least + 1, 991)
      return `${least} + (g / 5) % ${span}`
    }
    case 'boolean':
      return '(g / 5) % 2 = 0'
    case 'uuid':
      return 'gen_random_uuid()'
    case 'ulid':
      return `'0' || upper(substr(md5(${quoteLiteral(entity.name)} || g) || md5(g::text), 1, 25))`
    case 'object_id':
      return objectId
    case 'json':
      return `'{}'`
    case 'bytes':
      return `'\\x00'`
    case 'string':
    case 'text':
    case 'email':
    case 'url':
    case 'external_id': {
      const pattern = new RegExp(field.pattern ?? '')
      const fitting = texts.find(
        ({ sample }) =>
          pattern.test(sample) && sample.length <= (field.type.kind === 'scalar' ? (field.type.length ?? 99) : 99),
      )
      if (fitting === undefined) throw new InternalError(`no text for the pattern of ${entity.name}.${field.name}`)
      return field.type.length === undefined ? fitting.sql : `left(${fitting.sql}, ${field.type.length})`
    }
  }
}
