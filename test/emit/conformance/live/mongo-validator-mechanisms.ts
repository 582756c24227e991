import type { BsonType, JsonSchema } from '../../../../generator/live/mongo/description.ts'
import type { FieldFact } from '../../../../templates/conformance/expected/facts.ts'
import type { Collection } from '../../../../templates/conformance/live/mongo/facts.ts'
import { matchingText } from '../../../../templates/conformance/live/values/text.ts'
import type { Mechanism } from './mongo-mechanisms.ts'

/** A schema that lets more in than the one it was made of. */
interface Looser {
  readonly what: string
  readonly schema: object
  /** Whether nothing gets in for it, since another rule refuses the same. */
  readonly isIdle?: boolean
}

/** A validator that is looser in one rule, for each rule that it has. */
export function validatorMechanisms(collection: Collection, schema: JsonSchema): readonly Mechanism[] {
  const { collection: name, fields } = collection
  const byKey = new Map(fields.map((field) => [field.at, field]))
  const mechanism = ({ what, schema: $jsonSchema, isIdle = false }: Looser, field?: FieldFact): Mechanism => ({
    name: `${name}: ${what}`,
    guarantees: isIdle ? [] : ['validator'],
    ...(field === undefined ? {} : { field: field.name }),
    remove: (db) => db.command({ collMod: name, validator: { $jsonSchema } }),
    restore: async (db) => {
      await db.collection(name).deleteMany({})
      await db.command({ collMod: name, validator: { $jsonSchema: schema } })
    },
  })
  const { properties = {} } = schema
  const own = objectRules(schema).map((looser) => mechanism(looser))
  const ofFields = Object.entries(properties).flatMap(([key, rules]) =>
    looserRules(rules, byKey.get(key)).map(({ what, schema: changed, ...more }) =>
      mechanism(
        { what: `${key} ${what}`, schema: { ...schema, properties: { ...properties, [key]: changed } }, ...more },
        byKey.get(key),
      ),
    ),
  )
  return [...own, ...ofFields]
}

/** What can be loosened of a document as a whole. */
function objectRules(schema: JsonSchema): readonly Looser[] {
  const { required = [], additionalProperties, ...rest } = schema
  return [
    ...(additionalProperties === undefined ? [] : [{ what: 'open to more fields', schema: { ...rest, required } }]),
    ...required.map((key) => ({
      what: `may lack ${key}`,
      schema: { ...schema, required: required.filter((one) => one !== key) },
      // The server gives every document one before it looks.
      isIdle: key === '_id',
    })),
  ]
}

/** Every way to loosen the rules of one value. @param fact of the field that has the value, unless it is within another */
function looserRules(rules: JsonSchema, fact: FieldFact | undefined): readonly Looser[] {
  const { bsonType, enum: members, items, properties, maxLength, minimum, maximum } = rules
  const without = (keyword: keyof JsonSchema): object =>
    Object.fromEntries(Object.entries(rules).filter(([key]) => key !== keyword))
  const types = [bsonType].flat()
  const others: readonly BsonType[] = ['string', 'int']
  const other = others.find((type) => !types.includes(type))
  return [
    { what: 'unchecked', schema: {} },
    // Where values are counted up, their types are too.
    { what: 'of any type', schema: without('bsonType'), isIdle: members !== undefined },
    ...(other === undefined
      ? []
      : [{ what: `${other}, too`, schema: { ...rules, bsonType: [...types, other] }, isIdle: members !== undefined }]),
    ...(members === undefined
      ? []
      : [
          { what: 'of any value', schema: without('enum') },
          { what: 'with a value in upper case', schema: { ...rules, enum: [...members, upper(members)] } },
        ]),
    ...(rules.pattern === undefined ? [] : [{ what: 'of any form', schema: without('pattern') }]),
    ...(rules.pattern?.endsWith('(?![\\s\\S])') === true
      ? [
          {
            what: 'with a line feed',
            isIdle: maxLength !== undefined && !hasText(rules, fact, (length) => length < maxLength),
            schema: { ...rules, pattern: rules.pattern.replace(/\(\?!\[\\s\\S\]\)$/, '$') },
          },
        ]
      : []),
    ...(maxLength === undefined
      ? []
      : [
          {
            what: 'of any length',
            schema: without('maxLength'),
            isIdle: !hasText(rules, fact, (length) => length > maxLength),
          },
          {
            what: 'longer by one',
            schema: { ...rules, maxLength: maxLength + 1 },
            isIdle: rules.pattern !== undefined,
          },
        ]),
    ...(minimum === undefined
      ? []
      : [
          { what: 'as low as you like', schema: without('minimum') },
          { what: 'lower by one', schema: { ...rules, minimum: minimum - 1 } },
        ]),
    ...(maximum === undefined
      ? []
      : [
          { what: 'as high as you like', schema: without('maximum') },
          { what: 'higher by one', schema: { ...rules, maximum: maximum + 1 } },
        ]),
    ...(items === undefined
      ? []
      : [
          { what: 'a list of anything', schema: without('items') },
          ...looserRules(items, fact).map(({ what, schema, ...more }) => ({
            what: `items: ${what}`,
            schema: { ...rules, items: schema },
            ...more,
          })),
        ]),
    ...(properties === undefined
      ? []
      : [
          ...objectRules(rules),
          ...Object.entries(properties).flatMap(([key, inner]) =>
            looserRules(inner, undefined).map(({ what, schema, ...more }) => ({
              what: `${key} ${what}`,
              schema: { ...rules, properties: { ...properties, [key]: schema } },
              ...more,
            })),
          ),
        ]),
  ]
}

function upper(members: readonly (string | null)[]): string {
  return members[0]?.toUpperCase() ?? ''
}

/** Whether texts of the pattern, where there is one, have such lengths. */
function hasText({ pattern }: JsonSchema, fact: FieldFact | undefined, fits: (length: number) => boolean): boolean {
  if (pattern === undefined) return true
  const own = fact?.pattern ?? pattern.replace('(?![\\s\\S])', '$')
  return Array.from({ length: 50 }, (_, n) => matchingText(own, n + 1, Number.POSITIVE_INFINITY)).some(
    (text) => text !== undefined && fits(text.length),
  )
}
