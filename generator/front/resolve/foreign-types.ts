/** Types by the names that other languages give them, and what they are called here. */
const ours: ReadonlyMap<string, string> = new Map([
  ['varchar', 'string'],
  ['char', 'string'],
  ['character', 'string'],
  ['nvarchar', 'string'],
  ['str', 'string'],
  ['integer', 'int'],
  ['int4', 'int'],
  ['int32', 'int'],
  ['smallint', 'int'],
  ['tinyint', 'int'],
  ['long', 'bigint'],
  ['int8', 'bigint'],
  ['int64', 'bigint'],
  ['bool', 'boolean'],
  ['datetime', 'timestamp'],
  ['timestamptz', 'timestamp'],
  ['time', 'timestamp'],
  ['double', 'float'],
  ['real', 'float'],
  ['float8', 'float'],
  ['numeric', 'decimal'],
  ['jsonb', 'json'],
  ['object', 'json'],
  ['any', 'json'],
  ['blob', 'bytes'],
  ['bytea', 'bytes'],
  ['binary', 'bytes'],
  ['objectid', 'object_id'],
  ['uri', 'url'],
])

const advice: ReadonlyMap<string, string> = new Map([
  ['number', 'write `int`, `bigint`, `float` or, for money, `decimal(12,2)`'],
  ['money', 'write `decimal(12,2)`'],
  ['currency', 'write `decimal(12,2)`'],
  ['serial', 'write `int` or `bigint`; keys are made by `{ type: uuid, primary: true, default: uuid7 }`'],
  ['bigserial', 'write `bigint`; keys are made by `{ type: uuid, primary: true, default: uuid7 }`'],
  ['enum', 'declare the values under `enums:` and write the name of the enum'],
  ['array', 'write the type of an item and `[]`, such as `string(30)[]`'],
  ['list', 'write the type of an item and `[]`, such as `string(30)[]`'],
  ['set', 'write the type of an item and `[]`, such as `string(30)[]`'],
  ['map', 'declare a value type under `types:`, or write `json`'],
  ['file', 'declare an object under `s3:` and point to it by `key(object)`'],
  ['image', 'declare an object under `s3:` and point to it by `key(object)`'],
  ['fk', 'write `ref(Entity)`'],
  ['foreign_key', 'write `ref(Entity)`'],
  ['reference', 'write `ref(Entity)`'],
])

/** What a type of another language is here: a word that takes its place, or advice where there is no such word. */
export function foreignType(name: string): { readonly help: string; readonly word?: string } | undefined {
  const key = name.toLowerCase()
  const word = ours.get(key)
  if (word !== undefined) return { help: word === 'decimal' ? 'write `decimal(12,2)`' : `write \`${word}\``, word }
  const help = advice.get(key)
  return help === undefined ? undefined : { help }
}
