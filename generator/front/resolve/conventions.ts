import type { Case } from '../../base/casing.ts'
import type { Conventions, NameConvention } from '../../model/project.ts'
import { entryOf, type SpecNode } from '../node.ts'
import { child, keySpan, textAt, wordAt } from './read.ts'

const cases: readonly Case[] = ['snake_case', 'camelCase', 'PascalCase', 'kebab-case', 'SCREAMING_SNAKE_CASE']

/** Reads `conventions:`; each kind of name that it leaves out keeps the default that the schema tells of. */
export function resolveConventions(node: SpecNode | undefined): Conventions {
  const at = (group: string, kind: string, standard: NameConvention): NameConvention =>
    convention(child(node, group), kind, standard)
  const role = (kind: string, standard: NameConvention): NameConvention =>
    convention(child(child(node, 'postgres'), 'roles'), kind, standard)
  return {
    spec: {
      entity: at('spec', 'entity', { case: 'PascalCase', number: 'singular' }),
      field: at('spec', 'field', { case: 'snake_case' }),
      enum: at('spec', 'enum', { case: 'PascalCase' }),
      enumValue: at('spec', 'enum_value', { case: 'snake_case' }),
      valueType: at('spec', 'type', { case: 'PascalCase' }),
      mixin: at('spec', 'mixin', { case: 'snake_case' }),
      object: at('spec', 'object', { case: 'snake_case' }),
    },
    postgres: {
      table: at('postgres', 'table', { case: 'snake_case', number: 'plural' }),
      column: at('postgres', 'column', { case: 'snake_case' }),
      constraint: at('postgres', 'constraint', { case: 'snake_case' }),
      index: at('postgres', 'index', { case: 'snake_case' }),
      view: at('postgres', 'view', { case: 'snake_case', prefix: 'live_' }),
      roles: {
        timestamp: role('timestamp', { suffix: '_on' }),
        userRef: role('user_ref', { suffix: '_by' }),
        externalId: role('external_id', { prefix: 'external_' }),
        objectKey: role('object_key', { suffix: 's3_key' }),
        foreignKey: role('foreign_key', { suffix: '_id' }),
        storeRef: role('store_ref', { suffix: '_ref' }),
        internalId: role('internal_id', { name: 'id' }),
        publicId: role('public_id', { name: 'ref_id' }),
      },
    },
    mongo: {
      collection: at('mongo', 'collection', { case: 'snake_case', number: 'plural' }),
      field: at('mongo', 'field', { case: 'camelCase' }),
      index: at('mongo', 'index', { case: 'snake_case' }),
      reference: at('mongo', 'reference', { suffix: '_ref_id' }),
    },
    s3: {
      segment: at('s3', 'segment', { case: 'kebab-case' }),
      bucket: at('s3', 'bucket', { case: 'kebab-case' }),
    },
  }
}

/** A declared convention keeps the default's case and number where it names none; an affix or name of its own replaces all affixes. */
function convention(group: SpecNode | undefined, kind: string, standard: NameConvention): NameConvention {
  const entry = group?.kind === 'map' ? entryOf(group, kind) : undefined
  if (entry === undefined) return standard
  const declaredCase = wordAt(entry.value, 'case', cases)
  const number = wordAt(entry.value, 'number', ['singular', 'plural'])
  const [prefix, suffix, name] = ['prefix', 'suffix', 'name'].map((key) => textAt(entry.value, key))
  const affixed = prefix !== undefined || suffix !== undefined || name !== undefined
  const { prefix: _prefix, suffix: _suffix, name: _name, ...kept } = standard
  return {
    ...(affixed ? kept : standard),
    ...(declaredCase === undefined ? {} : { case: declaredCase }),
    ...(number === undefined ? {} : { number }),
    ...(prefix === undefined ? {} : { prefix }),
    ...(suffix === undefined ? {} : { suffix }),
    ...(name === undefined ? {} : { name }),
    span: keySpan(entry),
  }
}
