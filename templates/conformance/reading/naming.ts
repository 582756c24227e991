import type { ConventionFact, FieldFact } from '../expected/facts.ts'
import { conventions } from '../expected/project.ts'
import { typeOf } from './type.ts'

// Reads names as a person does who was told the conventions and nothing of the compiler.

const cases = {
  snake_case: /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/,
  camelCase: /^[a-z][a-zA-Z0-9]*$/,
  PascalCase: /^[A-Z][a-zA-Z0-9]*$/,
  'kebab-case': /^[a-z0-9]+(-[a-z0-9]+)*$/,
  SCREAMING_SNAKE_CASE: /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/,
}

const irregularPlurals =
  /^(people|children|men|women|feet|teeth|mice|geese|data|media|criteria|indices|series|species|news|analyses|.*(information|equipment|content|metadata|feedback|research|software))$/

/** Words of a name, in lower case. */
function words(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
}

/** What is wrong with a name, or nothing. */
export function breach(name: string, convention: ConventionFact | undefined): string | undefined {
  if (convention?.case !== undefined && !cases[convention.case].test(name)) return `${name} is not ${convention.case}`
  const plural = words(name).some((word) => /s$/.test(word) || irregularPlurals.test(word))
  if (convention?.number === 'plural' && !plural) return `${name} is not plural`
  const last = words(name).at(-1) ?? ''
  if (convention?.number === 'singular' && /[^aiuso]s$/.test(last) && last.length > 3) return `${name} is not singular`
  return undefined
}

/** The convention that a field's type gives it, and what it is called: a timestamp ends in `_on`. */
export function roleOf(fact: FieldFact): { readonly role: string; readonly convention: ConventionFact | undefined } {
  const { roles } = conventions
  const type = typeOf(fact)
  if (fact.key === 'primary') return { role: 'primary key', convention: roles.internalId }
  if (fact.key === 'public') return { role: 'public id', convention: roles.publicId }
  if (fact.user === true) return { role: 'reference to a user', convention: roles.userRef }
  if (type.kind === 'ref' && type.holds === 'id') return { role: 'foreign key', convention: roles.foreignKey }
  if (type.kind === 'ref' || type.kind === 'part') return { role: 'pointer', convention: roles.storeRef }
  if (type.kind === 'key') return { role: 'object key', convention: roles.objectKey }
  if (fact.type === 'timestamp') return { role: 'timestamp', convention: roles.timestamp }
  if (fact.type === 'external_id') return { role: 'external id', convention: roles.externalId }
  return { role: 'value', convention: undefined }
}

/** Whether a name wears what its role asks for, compared by words, since case is another convention. */
export function wears(name: string, { name: fixed, prefix = '', suffix = '' }: ConventionFact, list: boolean): boolean {
  const own = words(name).join('_')
  if (fixed !== undefined) return own === words(fixed).join('_')
  const start = words(prefix).join('_')
  const end = words(suffix).join('_')
  const starts = start === '' || own === start || own.startsWith(`${start}_`)
  const ends =
    end === '' || [end, ...(list ? [`${end}s`] : [])].some((last) => own === last || own.endsWith(`_${last}`))
  return starts && ends
}
