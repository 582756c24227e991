import type { CollectionFact, ConditionFact, FieldFact, IndexFact, UniqueFact } from '../expected/facts.ts'
import type { FoundCollection } from './mongoose.ts'

/** An index in one line for each thing that makes it what it is. */
export interface FoundIndex {
  readonly name: string
  /** Keys with their directions: `tenantId 1, createdOn -1`. */
  readonly keys: string
  readonly unique: boolean
  readonly filter: Readonly<Record<string, unknown>> | undefined
  readonly seconds: number | undefined
  readonly weights: Readonly<Record<string, number>> | undefined
  /** The field that MongoDB reads the language of a document's text from; for an index of texts. */
  readonly language: string | undefined
  /** Options that are none of these. */
  readonly others: readonly string[]
}

export function indexesOf({ schema }: FoundCollection): readonly FoundIndex[] {
  return schema.indexes().map(([keys, options]) => {
    const { name, unique, partialFilterExpression, expireAfterSeconds, weights, background: _, ...more } = options
    const { default_language: _language, language_override: language = 'language', ...others } = more
    return {
      name: name ?? '',
      keys: keysText(Object.entries(keys)),
      unique: unique === true,
      filter: partialFilterExpression as FoundIndex['filter'],
      seconds: typeof expireAfterSeconds === 'number' ? expireAfterSeconds : undefined,
      weights: weights as FoundIndex['weights'],
      language: weights === undefined ? undefined : String(language),
      others: Object.keys(others),
    }
  })
}

function keysText(keys: readonly (readonly [string, unknown])[]): string {
  return keys.map(([path, direction]) => `${path} ${direction}`).join(', ')
}

/** An index that the spec demands, in the same form, save for its filter, which is judged by what it covers. */
export type WantedIndex = Omit<FoundIndex, 'filter' | 'language' | 'others'> & { readonly partial: boolean }

export function wantedIndexes(fact: CollectionFact): readonly WantedIndex[] {
  const at = new Map(fact.fields.map((field) => [field.name, field.at]))
  const keys = (fields: readonly string[]): string =>
    keysText(
      fields.map((field) => {
        const [name = '', order] = field.split(' ')
        return [at.get(name) ?? `?${name}`, order === 'desc' ? -1 : order === 'text' ? 'text' : 1]
      }),
    )
  const plain = { unique: false, seconds: undefined, weights: undefined, partial: false }
  const declared: readonly WantedIndex[] = [
    ...fact.uniques.map((one) => ({
      ...plain,
      name: one.name,
      keys: keys(one.fields),
      unique: true,
      partial: conditionsOf(fact, one).length > 0,
    })),
    ...fact.indexes.map((one) => ({ ...plain, name: one.name, keys: keys(one.fields), partial: one.partial === true })),
    ...textIndex(fact, keys, at),
  ]
  const { expire } = fact
  if (expire === undefined) return declared
  // MongoDB has no two indexes over the same keys: the one that is there expires documents too.
  const from = keys([expire.field])
  const same = declared.find((one) => one.keys.replace(/-1$/, '1') === from && !one.partial)
  return same === undefined
    ? [...declared, { ...plain, name: expire.name, keys: from, seconds: expire.seconds }]
    : declared.map((one) => (one === same ? { ...one, seconds: expire.seconds } : one))
}

/**
 * The records that an index or a unique speaks of. A unique does not speak of those without a value, as in SQL; the
 * tenant aside: what belongs to no tenant is as unique as what belongs to one.
 */
export function conditionsOf(fact: CollectionFact, key: IndexFact | UniqueFact): readonly ConditionFact[] {
  const { where = [] } = key
  if (!('scope' in key)) return where
  const stated = new Set(where.map(({ field }) => field))
  const mayBeEmpty = fact.fields.filter(
    ({ name, optional, role }) => optional === true && role !== 'tenant' && key.fields.includes(name),
  )
  return [
    ...(key.live === undefined ? [] : [{ field: key.live, null: true }]),
    ...where,
    ...mayBeEmpty.filter(({ name }) => !stated.has(name)).map(({ name }) => ({ field: name, null: false })),
  ]
}

/** A search is made within one tenant, so the tenant stands before the text. */
function textIndex(
  { text, tenancy, fields }: CollectionFact,
  keys: (fields: readonly string[]) => string,
  at: ReadonlyMap<string, string>,
): readonly WantedIndex[] {
  if (text === undefined) return []
  const tenant =
    tenancy === 'required' ? fields.filter(({ role }: FieldFact) => role === 'tenant').map(({ name }) => name) : []
  const weighted = Object.entries(text.weights)
  return [
    {
      name: text.name,
      keys: keys([...tenant, ...weighted.map(([name]) => `${name} text`)]),
      unique: false,
      partial: false,
      seconds: undefined,
      weights: Object.fromEntries(weighted.map(([name, weight]) => [at.get(name) ?? `?${name}`, weight])),
    },
  ]
}
