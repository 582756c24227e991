import type { Claim } from '../../proof.ts'
import { attempt, codes, demandDone, demandRefusal } from '../attempt.ts'
import { documentOf, newTenant, type Tenant } from '../documents/document.ts'
import { type Collection, fieldOf, type Spec } from '../facts.ts'
import type { Doc, ServerCollection, Session } from '../session.ts'
import { claimsOf, type Try } from './subject.ts'

const guarantee = 'text search'

/** A word that no value of a test has in it. */
const word = 'zyxw'

/** Words that searches in some language leave out. */
const common = ['the', 'and', 'der', 'und', 'les', 'que', 'non', 'de'] as const

/** What a search finds, in which order, and among whose documents. */
export function proofsOfTextSearch(spec: Spec): readonly Claim<Session>[] {
  return spec.collections.flatMap((collection) => {
    const { text } = collection
    if (text === undefined) return []
    return claimsOf(spec, collection, guarantee, [
      weighed(collection, text.weights),
      literal(collection, text.weights),
      ...tenants(collection, text.weights),
      ...languages(collection),
    ])
  })
}

type Weights = Readonly<Record<string, number>>

interface Scene {
  readonly session: Session
  readonly documents: ServerCollection
  readonly tenant: Tenant
  /** Adds a document in which one field holds a text. */
  add(field: string, text: string, tenant?: Tenant): Promise<unknown>
  /** Every document that a search within the tenant finds, best first. */
  search(words: string, tenant?: Tenant): Promise<readonly Doc[]>
}

function trying(collection: Collection, name: string, work: (scene: Scene) => Promise<void>): Try {
  return {
    name,
    prove: async (session) => {
      const documents = await session.emptied(collection)
      const tenant = newTenant(collection)
      await work({
        session,
        documents,
        tenant,
        add: async (field, text, owner = tenant) => {
          const value = fieldOf(collection, field).list === true ? [text] : text
          const document = documentOf(session, collection, owner, { [field]: value })
          return demandDone(await attempt(() => documents.insertOne({ ...document })), `a document with ${text}`)
        },
        search: (words, owner = tenant) => search(documents, collection, words, owner),
      })
    },
  }
}

async function search(
  documents: ServerCollection,
  { tenant, tenancy }: Collection,
  words: string,
  owner: Tenant,
): Promise<readonly Doc[]> {
  const own = tenant !== undefined && tenancy === 'required' ? { [tenant.at]: owner } : {}
  return documents
    .find({ ...own, $text: { $search: words } }, { projection: { score: { $meta: 'textScore' } } })
    .sort({ score: { $meta: 'textScore' } })
    .toArray()
}

/** The fields that may hold a word of the tests. */
function open(collection: Collection, weights: Weights): readonly string[] {
  return Object.keys(weights).filter((name) => {
    const { pattern, type } = fieldOf(collection, name)
    const [, length] = /^string\((\d+)\)$/.exec(type) ?? []
    return (
      (pattern === undefined || new RegExp(pattern, 'u').test(word)) &&
      (length === undefined || Number(length) >= word.length)
    )
  })
}

function weighed(collection: Collection, weights: Weights): Try {
  const fields = open(collection, weights)
  const inWords = fields.map((field) => `${field} ${weights[field]}`).join(', ')
  const name = `a word is found by the weight of its field: ${inWords}`
  if (fields.length === 0) return { name, reason: 'no field takes a word of the tests' }
  return trying(collection, name, async ({ add, search }) => {
    // Weakest first, so that it is not the order of insertion that sorts.
    const rising = fields.toSorted((a, b) => (weights[a] ?? 0) - (weights[b] ?? 0))
    for (const field of rising) await add(field, word)
    const found = await search(word)
    if (found.length !== fields.length) throw new Error(`${found.length} of ${fields.length} documents were found`)
    const byWeight = rising.toReversed().map((field) => weights[field] ?? 0)
    const units = found.map(({ score }, place) => Number(score) / (byWeight[place] ?? 1))
    const [first = 0] = units
    // The same word in the same place: nothing but the weights makes a difference.
    if (units.some((unit) => !(Math.abs(unit / first - 1) < 1e-6))) {
      throw new Error(
        `scores ${found.map(({ score }) => score).join(', ')} do not go with the weights ${byWeight.join(', ')}`,
      )
    }
  })
}

function literal(collection: Collection, weights: Weights): Try {
  const name = 'every word counts, and as it is written, whatever the language'
  const [field] = open(collection, weights)
  if (field === undefined) return { name, reason: 'no field takes a word of the tests' }
  return trying(collection, name, async ({ add, search }) => {
    for (const one of common) {
      await add(field, one)
      const found = await search(one)
      if (found.length !== 1) throw new Error(`${JSON.stringify(one)} finds ${found.length} documents`)
    }
    await add(field, 'runs')
    const stems = await search('run')
    if (stems.length > 0) throw new Error('"run" finds a document with "runs"')
  })
}

function tenants(collection: Collection, weights: Weights): readonly Try[] {
  const [field] = open(collection, weights)
  if (field === undefined || collection.tenancy !== 'required') return []
  return [
    trying(collection, `a search finds one tenant's documents alone`, async ({ add, search, tenant }) => {
      const other = newTenant(collection)
      await add(field, word)
      await add(field, word, other)
      for (const owner of [tenant, other]) {
        const found = await search(word, owner)
        if (found.length !== 1) throw new Error(`${found.length} documents were found for a tenant who has one`)
      }
      const stranger = await search(word, newTenant(collection))
      if (stranger.length > 0) throw new Error('documents were found for a tenant who has none')
    }),
    trying(collection, 'a search that names no tenant is refused', async ({ add, documents }) => {
      await add(field, word)
      const outcome = await attempt(() => documents.find({ $text: { $search: word } }).toArray())
      demandRefusal(outcome, { code: codes.noPlan }, 'the search')
    }),
  ]
}

/** By its own account MongoDB takes a field called `language` for the language of the document's text. */
function languages(collection: Collection): readonly Try[] {
  const field = collection.fields.find(({ at }) => at === 'language')
  if (field === undefined || !field.type.startsWith('string') || field.pattern !== undefined) return []
  return [
    trying(
      collection,
      'a document may name any language in its field language',
      async ({ documents, session, tenant }) => {
        const document = documentOf(session, collection, tenant, { [field.name]: field.list === true ? ['xx'] : 'xx' })
        demandDone(await attempt(() => documents.insertOne({ ...document })), 'a document in a language xx')
      },
    ),
  ]
}
