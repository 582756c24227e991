import { counted } from '../../base/plural.ts'
import type { Entity } from '../../model/entity.ts'
import type { Lifecycle } from '../../model/lifecycle.ts'
import { referencesTo } from '../../model/lookup.ts'
import type { Model } from '../../model/model.ts'
import type { S3Object } from '../../model/s3.ts'
import { code, type Inline, joined, strong } from '../../print/markdown/inline.ts'
import type { Sheet } from './sheet.ts'

/** An entity: where its records are, and what holds for all of them. */
export function entitySheet(model: Model, entity: Entity): Sheet {
  const { postgres, mongo, s3, softDelete } = entity
  const references = referencesTo(model, entity.name).length
  return {
    title: [strong('Entity'), ' ', code(entity.name), ' of the domain ', entity.domain],
    about: entity.about === undefined ? [] : [entity.about],
    facts: [
      ...(postgres === undefined
        ? []
        : [
            [
              'PostgreSQL: table ',
              code(postgres.table.text),
              ...(postgres.view === undefined ? [] : [', live rows in ', code(postgres.view.text)]),
            ],
            ['Prisma: ', code(entity.name)],
          ]),
      ...(mongo === undefined
        ? []
        : [['MongoDB: collection ', code(mongo.collection.text), ', documents ', code(mongo.document)]]),
      ...(s3?.objects ?? []).map((object): Inline => ['S3: ', code(keyOf(object)), ' in ', code(object.bucket)]),
      ['Tenancy: ', code(entity.tenancy.mode)],
      ...(postgres?.lifecycle === undefined ? [] : [lifecycleLine(postgres.lifecycle)]),
      ...(softDelete === undefined ? [] : [['Deleted records are marked by ', code(softDelete.on)]]),
      ...(entity.mixins.length === 0 ? [] : [['Mixins: ', joined(entity.mixins.map(code))]]),
      ...(entity.was === undefined ? [] : [['Formerly ', code(entity.was)]]),
      ...(references === 0 ? [] : [`${counted(references, 'field')} of other records or its own lead to it`]),
    ],
  }
}

/** What an entity has in one store. */
export function partSheet(entity: Entity, store: 'postgres' | 'mongo' | 's3'): Sheet {
  const part = entity[store]
  const where: Inline =
    store === 'postgres'
      ? ['the table ', code(entity.postgres?.table.text ?? '')]
      : store === 'mongo'
        ? ['the collection ', code(entity.mongo?.collection.text ?? '')]
        : 'its objects'
  return {
    title: [strong('Part'), ' of ', code(entity.name), ': ', where],
    about: part?.why === undefined ? [] : [part.why],
    facts: [],
  }
}

export function objectSheet(entity: string, object: S3Object): Sheet {
  return {
    title: [strong('Object'), ' ', code(`${entity}.${object.name}`)],
    about: object.about === undefined ? [] : [object.about],
    facts: [
      ['Key: ', code(keyOf(object))],
      ['Bucket: ', code(object.bucket)],
      ['Type: ', code(object.contentType)],
      ['At most ', code(String(object.maxBytes)), ' bytes'],
      object.write === 'once' ? 'Written once' : 'Replaced by newer versions',
      ...(object.keep?.sha256 === undefined ? [] : [['SHA-256 in ', code(object.keep.sha256)] as const]),
      ...(object.keep?.size === undefined ? [] : [['Size in ', code(object.keep.size)] as const]),
    ],
  }
}

/** A state of an entity's life cycle, and where it may go. */
export function stateSheet(entity: string, lifecycle: Lifecycle, name: string, about: string | undefined): Sheet {
  const state = lifecycle.states.find((candidate) => candidate.name === name)
  const to = state?.to ?? []
  return {
    title: [strong('State'), ' ', code(name), ' of ', code(entity)],
    about: [...new Set([state?.about, about])].flatMap((text) => text ?? []),
    facts: [
      to.length === 0 ? 'Nothing follows: it is an end' : ['May become ', joined(to.map((next) => code(next.state)))],
      ...(lifecycle.start === name ? ['Every record starts here'] : []),
    ],
  }
}

function lifecycleLine({ field, start, states }: Lifecycle): Inline {
  return ['Life cycle of ', code(field), ': starts as ', code(start), ', ', counted(states.length, 'state')]
}

/** The whole key of an object, as it is written down. */
function keyOf({ path }: S3Object): string {
  const pieces = path.map((segment) =>
    segment.map((piece) => (piece.kind === 'literal' ? piece.text : `{${piece.variable.name}}`)).join(''),
  )
  return pieces.join('/')
}
