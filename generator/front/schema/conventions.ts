import { affix, logicalName } from './forms.ts'
import { formed, type JsonObject, mapping, word } from './json-schema.ts'

const letterCase: JsonObject = word('The letter case.', [
  'snake_case',
  'camelCase',
  'PascalCase',
  'kebab-case',
  'SCREAMING_SNAKE_CASE',
])

const number: JsonObject = word('Whether the last word is one or many.', ['plural', 'singular'])

const prefix: JsonObject = formed({ description: 'What the name starts with.', examples: ['external_'] }, affix)

const suffix: JsonObject = formed({ description: 'What the name ends with.', examples: ['_on'] }, affix)

const fixed: JsonObject = formed({ description: 'The name itself.', examples: ['id'] }, logicalName)

/** A convention; what it is where a project says nothing is its example too. */
function names(of: string, properties: Readonly<Record<string, JsonObject>>, standard: JsonObject): JsonObject {
  const said = Object.entries(properties).map(([key, property]) => {
    const byDefault = standard[key]
    return [key, byDefault === undefined ? property : { ...property, default: byDefault }]
  })
  const description = `How ${of} is named.`
  return mapping({ description, examples: [standard] }, Object.fromEntries(said), { minProperties: 1 })
}

function cased(of: string, standard = 'snake_case'): JsonObject {
  return names(of, { case: letterCase }, { case: standard })
}

function counted(of: string, standard: JsonObject): JsonObject {
  return names(of, { case: letterCase, number }, standard)
}

function affixed(of: string, standard: JsonObject): JsonObject {
  return names(of, { prefix, suffix }, standard)
}

function named(of: string, name: string): JsonObject {
  return names(of, { name: fixed }, { name })
}

const spec: JsonObject = mapping(
  { description: 'Names in the spec itself.', examples: [{ entity: { case: 'PascalCase', number: 'singular' } }] },
  {
    entity: counted('an entity', { case: 'PascalCase', number: 'singular' }),
    field: cased('a field'),
    enum: cased('an enum', 'PascalCase'),
    enum_value: cased('a value of an enum'),
    type: cased('a value type', 'PascalCase'),
    mixin: cased('a mixin'),
    object: cased('an S3 object'),
  },
)

const roles: JsonObject = mapping(
  {
    description: "Roles of columns, decided by a field's type and never by its name.",
    examples: [{ timestamp: { suffix: '_on' } }],
  },
  {
    timestamp: affixed('a timestamp', { suffix: '_on' }),
    user_ref: affixed('a reference to a user', { suffix: '_by' }),
    external_id: affixed('the id of an outside system', { prefix: 'external_' }),
    object_key: affixed('the key of an S3 object', { suffix: 's3_key' }),
    foreign_key: affixed('the column of a reference, from its field', { suffix: '_id' }),
    store_ref: affixed('the column of a pointer into another store, from its field', { suffix: '_ref' }),
    internal_id: named('the primary key', 'id'),
    public_id: named('the public id', 'ref_id'),
  },
)

/** How things are named, in the spec and in each store. */
export const conventions: JsonObject = mapping(
  {
    description: 'How things are named. Every convention has a default.',
    examples: [{ postgres: { table: { case: 'snake_case', number: 'plural' } } }],
  },
  {
    spec,
    postgres: mapping(
      { description: 'Names in PostgreSQL.', examples: [{ column: { case: 'snake_case' } }] },
      {
        table: counted('a table', { case: 'snake_case', number: 'plural' }),
        column: cased('a column'),
        constraint: cased('a constraint'),
        index: cased('an index'),
        view: names('a view of live rows', { case: letterCase, prefix }, { case: 'snake_case', prefix: 'live_' }),
        roles,
      },
    ),
    mongo: mapping(
      { description: 'Names in MongoDB.', examples: [{ field: { case: 'camelCase' } }] },
      {
        collection: counted('a collection', { case: 'snake_case', number: 'plural' }),
        field: cased('a field of a document', 'camelCase'),
        index: cased('an index'),
        reference: affixed('a reference, from its field', { suffix: '_ref_id' }),
      },
    ),
    s3: mapping(
      { description: 'Names in S3.', examples: [{ segment: { case: 'kebab-case' } }] },
      { segment: cased('a part of a key', 'kebab-case'), bucket: cased('a bucket', 'kebab-case') },
    ),
  },
)
