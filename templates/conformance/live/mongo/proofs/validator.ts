import type { FieldFact } from '../../../expected/facts.ts'
import type { Claim } from '../../proof.ts'
import { typeOf } from '../../values/types.ts'
import { attempt, codes, demandDone, demandRefusal } from '../attempt.ts'
import { documentOf, newTenant, sparseDocumentOf, type Tenant } from '../documents/document.ts'
import { outermostValues } from '../documents/outermost-value.ts'
import { valueOf } from '../documents/value.ts'
import { type WrongValue, wrongTypes, wrongValues } from '../documents/wrong-value.ts'
import type { Collection, Spec } from '../facts.ts'
import type { Doc, ServerCollection, Session } from '../session.ts'
import { claimsOf, type Try } from './subject.ts'

const guarantee = 'validator'

/** A collection takes the documents that the spec describes, and no others, whoever writes them. */
export function proofsOfValidator(spec: Spec): readonly Claim<Session>[] {
  return spec.collections.flatMap((collection) =>
    claimsOf(spec, collection, guarantee, [
      ...soundDocuments(spec, collection),
      complete(collection),
      closed(collection),
      identified(collection),
      ...collection.fields.flatMap((field) => [
        ...refusing(collection, field, 'another type', wrongTypes(spec, field)),
        ...refusing(collection, field, summaryOf(spec, field), wrongValues(spec, field)),
      ]),
    ]),
  )
}

interface Scene {
  readonly session: Session
  readonly documents: ServerCollection
  readonly tenant: Tenant
}

function trying(collection: Collection, name: string, work: (scene: Scene) => Promise<void>): Try {
  return {
    name,
    prove: async (session) => {
      const documents = await session.emptied(collection)
      await work({ session, documents, tenant: newTenant(collection) })
    },
  }
}

/** Without these, a collection that refuses everything would pass all others. */
function soundDocuments(spec: Spec, collection: Collection): readonly Try[] {
  const outermost = collection.fields.flatMap((field) => outermostValues(spec, field).map((one) => ({ field, ...one })))
  return [
    trying(collection, 'a document with a value in every field is let in', async ({ session, documents, tenant }) => {
      await demandTaken(
        documents,
        documentOf(session, collection, tenant, deletedNow(session, collection)),
        'the document',
      )
    }),
    trying(collection, 'a document with null in every field that may be empty is let in', async (scene) => {
      await demandTaken(scene.documents, sparseDocumentOf(scene.session, collection, scene.tenant), 'the document')
    }),
    ...(outermost.length === 0
      ? []
      : [
          trying(
            collection,
            `values at their limits are let in: ${inWords(outermost)}`,
            async ({ session, documents, tenant }) => {
              for (const { field, what, value } of outermost) {
                const document = documentOf(session, collection, tenant, { [field.name]: value })
                await demandTaken(documents, document, `${field.name} with ${what}`)
                // In a unique they would be in one another's way.
                await documents.deleteMany({})
              }
            },
          ),
        ]),
  ]
}

function inWords(values: readonly { readonly field: FieldFact; readonly what: string }[]): string {
  return values.map(({ field, what }) => `${field.name} of ${what}`).join('; ')
}

/** Sub-documents are wrong in so many ways that nobody would read them all. */
function summaryOf(spec: Spec, field: FieldFact): string | undefined {
  return typeOf(spec, field).kind === 'value' ? `a ${field.type} with anything wrong in it` : undefined
}

/** A deletion by somebody, so that also the fields that say so have values. */
function deletedNow({ spec, next }: Session, { fields }: Collection): Doc {
  const marks = fields.filter(({ role }) => role === 'soft_delete')
  return Object.fromEntries(marks.map((field) => [field.name, valueOf(spec, field, next())]))
}

function complete(collection: Collection): Try {
  return trying(collection, 'each field must be there, if only with null', async ({ session, documents, tenant }) => {
    for (const { name, at } of collection.fields) {
      const { [at]: _, ...rest } = documentOf(session, collection, tenant)
      await demandInvalid(documents, rest, `a document without ${name}`)
    }
  })
}

function closed(collection: Collection): Try {
  return trying(
    collection,
    'a field that the spec does not know is refused',
    async ({ session, documents, tenant }) => {
      await demandInvalid(
        documents,
        { ...documentOf(session, collection, tenant), stray: 1 },
        'a document with a field too many',
      )
    },
  )
}

function identified(collection: Collection): Try {
  return trying(collection, 'an _id of another type is refused', async ({ session, documents, tenant }) => {
    for (const _id of ['a text', 1, new Date(), { n: 1 }]) {
      const document = { ...documentOf(session, collection, tenant), _id }
      await demandInvalid(documents, document, `_id with ${JSON.stringify(_id)}`)
    }
  })
}

function refusing(
  collection: Collection,
  field: FieldFact,
  summary: string | undefined,
  wrong: readonly WrongValue[],
): readonly Try[] {
  if (wrong.length === 0) return []
  const { name, at } = field
  const title = `${name} refuses ${summary ?? wrong.map(({ what }) => what).join('; ')}`
  return [
    trying(collection, title, async ({ session, documents, tenant }) => {
      const right = documentOf(session, collection, tenant)
      await demandTaken(documents, right, 'what is right')
      await documents.deleteMany({})
      for (const { what, value } of wrong)
        await demandInvalid(documents, { ...right, [at]: value }, `${name} with ${what}`)
    }),
  ]
}

async function demandTaken(documents: ServerCollection, document: Doc, what: string): Promise<void> {
  demandDone(await attempt(() => documents.insertOne({ ...document })), what)
}

async function demandInvalid(documents: ServerCollection, document: Doc, what: string): Promise<void> {
  demandRefusal(await attempt(() => documents.insertOne({ ...document })), { code: codes.invalid }, what)
}
