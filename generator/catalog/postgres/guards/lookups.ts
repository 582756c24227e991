import type { Field } from '../../../model/field.ts'
import { type PostgresEntity, tenantKeyOf } from '../../../model/lookup.ts'
import type { Model } from '../../../model/model.ts'
import { alwaysQuoted } from '../../../print/sql/quote.ts'
import type { SqlFunction } from '../../../print/sql/tree.ts'
import { columnTypeOf } from '../column-type.ts'
import { resolvedName, tableOf, tenantFieldOf } from '../names.ts'
import { deletionOf } from './deletion.ts'

/**
 * Searches that are allowed before the tenant is known. They run as the role that sees every row, and give the two ids
 * of a live row and nothing else: whoever guesses a value learns that it is there, and no more.
 */
export function lookupsOf(entity: PostgresEntity, model: Model): readonly SqlFunction[] {
  const { tenancy } = model.project
  if (tenancy === undefined) return []
  const { app, system } = tenancy.roles
  return entity.postgres.fields
    .filter(({ lookup }) => lookup !== undefined)
    .map((field) => ({
      schema: 'stowage',
      name: resolvedName(field.finder, field.name),
      about: `Finds the ${deletionOf(entity) === undefined ? '' : 'live '}rows of ${tableOf(entity).name} by ${field.physical.text} before the tenant is known.`,
      arguments: [{ name: 'wanted', type: columnTypeOf(field).base }],
      returns: `TABLE(tenant_id ${tenantType(entity)}, ref_id character)`,
      language: 'sql',
      volatility: 'stable',
      security: 'definer',
      owner: system,
      body: bodyOf(entity, field),
      execute: [app, system],
    }))
}

function tenantType(entity: PostgresEntity): string {
  const tenant = tenantFieldOf(entity)
  return tenant === undefined ? 'uuid' : columnTypeOf(tenant).base
}

function bodyOf(entity: PostgresEntity, field: Field): string {
  const { fields } = entity.postgres
  const publicId = fields.find((one) => one.publicId)
  const own = tenantKeyOf(entity)
  const column = (one: Field): string => `found.${alwaysQuoted(one.physical.text)}`
  const deletion = deletionOf(entity)
  const conditions = [
    `${column(field)} = $1${collationOf(field)}`,
    ...(deletion === undefined ? [] : [`${column(deletion.on)} IS NULL`]),
  ]
  const ids = [own === undefined ? 'NULL::pg_catalog.uuid' : column(own)]
  ids.push(publicId === undefined ? 'NULL::pg_catalog.bpchar' : column(publicId))
  return [
    '',
    `  SELECT ${ids.join(', ')}`,
    `  FROM public.${alwaysQuoted(tableOf(entity).name)} AS found`,
    `  WHERE ${conditions.join(' AND ')}`,
    '',
  ].join('\n')
}

/**
 * How the value is compared: as the column is. Unsaid it would be for the caller to say, and one who brings a collation to
 * which all letters are the same would find every row.
 */
function collationOf(field: Field): string {
  const { base, collation } = columnTypeOf(field)
  return /^(text|character)/.test(base) ? ` COLLATE pg_catalog.${alwaysQuoted(collation ?? 'default')}` : ''
}
