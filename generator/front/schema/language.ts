import { audit } from './audit.ts'
import { conventions } from './conventions.ts'
import { enumeration, mixin, useList, valueType } from './declarations.ts'
import { domain } from './domain.ts'
import { entity } from './entity.ts'
import { field, fields } from './field.ts'
import type { JsonObject } from './json-schema.ts'
import { indexes, uniques, where } from './keys.ts'
import { mongo } from './mongo.ts'
import { postgres } from './postgres.ts'
import { project } from './project.ts'
import { level, levels, options, rules, sharedRules, sharedRulesKeys } from './rules.ts'
import { s3 } from './s3.ts'
import { stores } from './stores.ts'
import { tenancy } from './tenancy.ts'
import { volume } from './volume.ts'

/** Keys that only the project file has: one of them is enough to know it. */
export const projectKeys: ReadonlySet<string> = new Set([
  'stowage',
  'stores',
  'tenancy',
  'audit',
  'conventions',
  'placement',
  'rules',
  'output',
])

/** The spec language as a JSON Schema (2020-12): what editors complete by and what files are checked against. */
export const languageSchema: JsonObject = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Stowage spec, version 1',
  description:
    'A file of a Stowage spec: the project file, which has the key `stowage`, one that it includes, or one of rules that it extends.',
  type: 'object',
  if: { required: ['rules'], propertyNames: { enum: [...sharedRulesKeys] } },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: { $ref: '#/$defs/sharedRules' },
  else: {
    if: { anyOf: [...projectKeys].map((key) => ({ required: [key] })) },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { $ref: '#/$defs/project' },
    else: { $ref: '#/$defs/domain' },
  },
  $defs: {
    project,
    domain,
    stores,
    tenancy,
    audit,
    conventions,
    rules,
    sharedRules,
    levels,
    options,
    level,
    mixin,
    type: valueType,
    enum: enumeration,
    entity,
    postgres,
    mongo,
    s3,
    use: useList,
    fields,
    field,
    uniques,
    indexes,
    where,
    volume,
  },
}
