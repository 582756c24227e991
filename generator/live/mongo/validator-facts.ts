import type { CollectionValidator } from './description.ts'
import { type Fact, factOf, shown } from './fact.ts'
import type { Options } from './state.ts'

/** How a validator must be set for the server to refuse every document that fails it. */
export const strictly = { validationLevel: 'strict', validationAction: 'error' } as const

/** In what the validator of a collection differs, and how it is set. `options` are the collection's, as the server lists them. */
export function validatorFacts(validator: CollectionValidator, options: Options): readonly Fact[] {
  const {
    validator: found,
    validationLevel = strictly.validationLevel,
    validationAction = strictly.validationAction,
  } = options
  if (!hasValidator(options)) return [{ fact: 'validator missing' }]
  return [
    ...ruleFacts(validator, found),
    ...factOf('validationLevel', strictly.validationLevel, validationLevel),
    ...factOf('validationAction', strictly.validationAction, validationAction),
  ]
}

function hasValidator({ validator }: Options): boolean {
  return typeof validator === 'object' && validator !== null && Object.keys(validator).length > 0
}

function ruleFacts(wanted: CollectionValidator, found: unknown): readonly Fact[] {
  const { $jsonSchema, ...others } = { ...Object(found) } as Options
  if (isRules($jsonSchema) && Object.keys(others).length === 0) return schemaFacts('', wanted.$jsonSchema, $jsonSchema)
  return [{ fact: 'validator', wanted: 'the rules of the spec', found: shown(found) }]
}

function isRules(value: unknown): value is Options {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const sets: ReadonlySet<string> = new Set(['bsonType', 'enum', 'required'])

/** Compares schemas key by key, so that a person learns which rule of which field differs. */
function schemaFacts(path: string, wanted: object, found: Options): readonly Fact[] {
  const expected = wanted as Options
  const keys = new Set([...Object.keys(expected), ...Object.keys(found)])
  return [...keys].flatMap((key): readonly Fact[] => {
    const [mine, theirs] = [expected[key], found[key]]
    if (key === 'properties' && isRules(mine) && isRules(theirs)) return propertyFacts(path, mine, theirs)
    if (key === 'items' && isRules(mine) && isRules(theirs)) return schemaFacts(`${path}[]`, mine, theirs)
    return (sets.has(key) ? setFacts : factOf)(`${of(path)} ${key}`, mine, theirs)
  })
}

function propertyFacts(path: string, wanted: Options, found: Options): readonly Fact[] {
  const names = new Set([...Object.keys(wanted), ...Object.keys(found)])
  return [...names].flatMap((name) => {
    const [mine, theirs] = [wanted[name], found[name]]
    const place = path === '' ? name : `${path}.${name}`
    if (isRules(mine) && isRules(theirs)) return schemaFacts(place, mine, theirs)
    return factOf(of(place).replace(/:$/, ''), mine, theirs)
  })
}

function of(path: string): string {
  return path === '' ? 'validator:' : `validator of ${path}:`
}

/** Lists in a schema (`required`, `enum`, `bsonType`) say what may or must be; their order says nothing. Only what differs is told. */
function setFacts(fact: string, wanted: unknown, found: unknown): readonly Fact[] {
  const [mine, theirs] = [itemsOf(wanted), itemsOf(found)]
  const missing = [...mine].filter((item) => !theirs.has(item))
  const more = [...theirs].filter((item) => !mine.has(item))
  if (missing.length + more.length === 0) return []
  return [
    {
      fact,
      ...(missing.length === 0 ? {} : { wanted: shown(missing.join(', ')) }),
      ...(more.length === 0 ? {} : { found: shown(more.join(', ')) }),
    },
  ]
}

function itemsOf(value: unknown): ReadonlySet<string> {
  const items: readonly unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value]
  return new Set(items.map(shown))
}
