import type { FieldFact } from '../../../expected/facts.ts'
import { type Claim, NotProvable } from '../../proof.ts'
import { type Collection, isWrittenOnce, keepsValue, type Spec } from '../facts.ts'
import type { Doc, Session } from '../session.ts'
import { demandUnchanged, read, stored, textOf, tryingModel } from './model-scene.ts'
import { claimsOf, type Try } from './subject.ts'

/** What the generated package's models make of the collections, beyond what the server does by itself. */
export function proofsOfModels(spec: Spec): readonly Claim<Session>[] {
  return spec.collections.flatMap((collection) =>
    claimsOf(spec, collection, 'models', [roundTrip(collection), ...counted(collection)]),
  )
}

function roundTrip(collection: Collection): Try {
  return tryingModel(
    collection,
    'what one reads, another document of it holds unchanged',
    async ({ model, documents, first }) => {
      const { _id: _, ...values } = (await read(model, first)).toObject()
      await documents.deleteMany({})
      await new model(values).save()
      const { _id: __, ...before } = first
      const { _id: ___, ...after } = (await documents.findOne()) ?? {}
      const [wanted, found] = [textOf(sorted(before)), textOf(sorted(after))]
      if (wanted !== found) throw new Error(`${wanted} became ${found}`)
    },
  )
}

function sorted(document: Doc): Doc {
  return Object.fromEntries(Object.entries(document).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Two who read the same and both change it. */
function counted(collection: Collection): readonly Try[] {
  const counter = collection.fields.find(({ onUpdate }) => onUpdate === 'increment')
  const clock = collection.fields.find(({ onUpdate }) => onUpdate === 'now')
  if (counter === undefined || isWrittenOnce(collection)) return []
  return [
    tryingModel(
      collection,
      `of two who change what both have read, one does, and ${counter.name} counts it`,
      async (scene) => {
        const { model, documents, first, other } = scene
        const path = harmless(collection)
        const value = (await read(model, other)).get(path)
        const [one, two] = [await read(model, first), await read(model, first)]
        for (const document of [one, two]) {
          document.set(path, value)
          document.markModified(path)
        }
        await one.save()
        const after = await stored(documents, first)
        if (Number(after[counter.at]) !== Number(first[counter.at]) + 1) {
          throw new Error(`${counter.name} went from ${first[counter.at]} to ${after[counter.at]}`)
        }
        if (clock !== undefined && Math.abs(Number(after[clock.at]) - Date.now()) > 60_000) {
          throw new Error(`${clock.name} is ${after[clock.at]} after the change`)
        }
        const late = await two.save().then(
          () => 'went through',
          (error: unknown) => (error instanceof Error ? error.name : String(error)),
        )
        if (!/^(DocumentNotFoundError|VersionError)$/.test(late)) throw new Error(`the later change: ${late}`)
        await demandUnchanged(documents, after, 'the later change')
      },
    ),
  ]
}

/** A key that may be set without anything following from it. */
function harmless(collection: Collection): string {
  const found = collection.fields.find(
    (field) =>
      field.role === undefined && !keepsValue(field) && field.key === undefined && !isUnique(collection, field),
  )
  if (found === undefined) throw new NotProvable('it has no field that may change by itself')
  return found.at
}

function isUnique({ uniques }: Collection, { name }: FieldFact): boolean {
  return uniques.some(({ fields, where = [] }) => fields.includes(name) || where.some(({ field }) => field === name))
}
