import type { JsonSchema } from '../../generator/live/mongo/description.ts'
import type { Mutation } from './mongo-mutation.ts'

/** Sets another validator on the first collection in which the change makes a difference. */
function loosened(change: (schema: JsonSchema) => JsonSchema | undefined, ...facts: readonly RegExp[]): Mutation {
  return {
    mendedBy: 'replace',
    prepare: (collections) => {
      for (const { name, validator } of collections) {
        const $jsonSchema = change(validator.$jsonSchema)
        if ($jsonSchema === undefined) continue
        return {
          place: `collection ${name}`,
          facts,
          make: (db) => db.command({ collMod: name, validator: { $jsonSchema } }),
        }
      }
      return undefined
    },
  }
}

/** Changes the rules of the first property that fits. */
function property(fits: (rules: JsonSchema) => boolean, change: (rules: JsonSchema) => JsonSchema | undefined) {
  return (schema: JsonSchema): JsonSchema | undefined => {
    const { properties = {} } = schema
    const [name, rules] = Object.entries(properties).find(([key, one]) => key !== '_id' && fits(one)) ?? []
    if (name === undefined || rules === undefined) return undefined
    const changed = change(rules)
    const { [name]: _, ...others } = properties
    return { ...schema, properties: changed === undefined ? others : { ...others, [name]: changed } }
  }
}

function collMod(facts: readonly string[], options: object): Mutation {
  return {
    mendedBy: 'replace',
    prepare: ([first]) =>
      first && {
        place: `collection ${first.name}`,
        facts,
        make: (db) => db.command({ collMod: first.name, ...options }),
      },
  }
}

/** What can be done to validators. */
export const validatorMutations: Readonly<Record<string, Mutation>> = {
  'a validator taken away': {
    mendedBy: 'apply',
    prepare: ([first]) =>
      first && {
        place: `collection ${first.name}`,
        facts: ['validator missing'],
        make: (db) => db.command({ collMod: first.name, validator: {} }),
      },
  },
  'a validator that only warns': collMod(['validationAction'], { validationAction: 'warn' }),
  'a validator for new documents only': collMod(['validationLevel'], { validationLevel: 'moderate' }),
  'a validator turned off': collMod(['validationLevel'], { validationLevel: 'off' }),
  'a validator of another kind': {
    mendedBy: 'replace',
    prepare: ([first]) =>
      first && {
        place: `collection ${first.name}`,
        facts: ['validator'],
        make: (db) => db.command({ collMod: first.name, validator: { other: { $exists: false } } }),
      },
  },
  'a field that need not be there': loosened(
    (schema) => ({ ...schema, required: (schema.required ?? []).slice(0, -1) }),
    /validator: required/,
  ),
  'fields that nobody knows': loosened(
    ({ additionalProperties: _, ...schema }) => schema,
    /validator: additionalProperties/,
  ),
  'a field whose type is wider': loosened(
    property(
      ({ bsonType }) => bsonType === 'string',
      (rules) => ({ ...rules, bsonType: ['string', 'int'] }),
    ),
    /validator of \w+: bsonType/,
  ),
  'a field that is not checked': loosened(
    property(
      ({ bsonType }) => bsonType === 'string',
      () => undefined,
    ),
    /validator of \w+/,
  ),
  'an enum with a value more': loosened(
    property(
      (rules) => rules.enum !== undefined,
      (rules) => ({ ...rules, enum: [...(rules.enum ?? []), 'other'] }),
    ),
    /validator of \w+: enum/,
  ),
  'a text of any form': loosened(
    property(
      ({ pattern }) => pattern !== undefined,
      ({ pattern: _, ...rules }) => rules,
    ),
    /validator of \w+: pattern/,
  ),
  'a text of any length': loosened(
    property(
      ({ maxLength }) => maxLength !== undefined,
      ({ maxLength: _, ...rules }) => rules,
    ),
    /validator of \w+: maxLength/,
  ),
  'a number without a lowest value': loosened(
    property(
      ({ minimum }) => minimum !== undefined,
      ({ minimum: _, ...rules }) => rules,
    ),
    /validator of \w+: minimum/,
  ),
  'a list of anything': loosened(
    property(
      ({ items }) => items?.bsonType === 'string',
      ({ items, ...rules }) => ({ ...rules, items: { ...items, bsonType: ['string', 'int'] } }),
    ),
    /validator of \w+\[\]: .*/,
  ),
  'a sub-document with a field more': loosened(
    property(
      ({ items }) => items?.properties !== undefined,
      ({ items, ...rules }) => ({
        ...rules,
        ...(items === undefined
          ? {}
          : { items: { ...items, properties: { ...items.properties, other: { bsonType: 'int' } } } }),
      }),
    ),
    /validator of \w+\[\].other/,
  ),
}
