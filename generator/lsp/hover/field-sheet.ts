import { defaultWords } from '../../emit/docs/words.ts'
import { storedColumnType, storedDocumentType } from '../../figures/type-words.ts'
import type { Entity } from '../../model/entity.ts'
import type { Field, Relation } from '../../model/field.ts'
import { fieldOf } from '../../model/lookup.ts'
import { fieldTypeText } from '../../model/type-text.ts'
import { code, type Inline, strong } from '../../print/markdown/inline.ts'
import type { Sheet } from './sheet.ts'

/** A field of a part of an entity: what it holds, what every store calls it, and what is promised of it. */
export function fieldSheet(entity: Entity, part: 'postgres' | 'mongo', field: Field): Sheet {
  return {
    title: fieldTitle(entity.name, field),
    about: aboutField(field),
    facts: [
      ...placesOf(entity, field.name, part),
      ...ownFacts(field),
      ...(field.relation === undefined ? [] : relationFacts(field.relation)),
      ...originOf(field),
    ],
  }
}

/** A field of a mixin or of a value type, which no store knows by itself. */
export function sharedFieldSheet(owner: string, field: Field): Sheet {
  return {
    title: fieldTitle(owner, field),
    about: aboutField(field),
    facts: [
      ['PostgreSQL: ', code(storedColumnType(field)), filled(field)],
      ['MongoDB: ', code(storedDocumentType(field)), filled(field)],
      ...ownFacts(field),
      ...originOf(field),
    ],
  }
}

function fieldTitle(owner: string, field: Field): Inline {
  return [strong('Field'), ' ', code(`${owner}.${field.name}`), ': ', code(fieldTypeText(field))]
}

function aboutField({ about }: Field): readonly Inline[] {
  return about === undefined ? [] : [about]
}

/** The names by which its stores and clients know it; the part at hand first. */
function placesOf(entity: Entity, name: string, first: 'postgres' | 'mongo'): readonly Inline[] {
  const { postgres, mongo } = entity
  const column = postgres === undefined ? undefined : fieldOf(postgres, name)
  const key = mongo === undefined ? undefined : fieldOf(mongo, name)
  const row: readonly Inline[] =
    postgres === undefined || column === undefined
      ? []
      : [
          [
            'PostgreSQL: ',
            code(`${postgres.table.text}.${column.physical.text}`),
            ' ',
            code(storedColumnType(column)),
            filled(column),
          ],
          [
            'Prisma: ',
            code(`${entity.name}.${column.relation?.bookkeeping === false ? column.relation.member : column.member}`),
          ],
        ]
  const document: readonly Inline[] =
    mongo === undefined || key === undefined
      ? []
      : [
          [
            'MongoDB: ',
            code(`${mongo.collection.text}.${key.physical.text}`),
            ' ',
            code(storedDocumentType(key)),
            filled(key),
          ],
        ]
  return first === 'postgres' ? [...row, ...document] : [...document, ...row]
}

function filled({ optional }: Field): string {
  return optional ? ', may be empty' : ', never empty'
}

function ownFacts(field: Field): readonly Inline[] {
  const { min, max, pattern, classify, onUpdate, lookup, was } = field
  const value = defaultWords(field.default)
  return [
    ...(field.primary ? ['Primary key'] : []),
    ...(field.publicId ? ['Public id'] : []),
    ...(value === '' ? [] : [['Default: ', value]]),
    ...(field.immutable ? ['Never changes'] : []),
    ...(onUpdate === undefined
      ? []
      : [onUpdate === 'now' ? 'Set to the time at every change' : 'Counted up at every change']),
    ...(min === undefined ? [] : [['Least: ', code(String(min))]]),
    ...(max === undefined ? [] : [['Most: ', code(String(max))]]),
    ...(pattern === undefined ? [] : [['Pattern: ', code(pattern)]]),
    ...(classify === undefined ? [] : [['Classified as ', code(classify)]]),
    ...(lookup === undefined ? [] : ['Found before its tenant is known']),
    ...(was === undefined ? [] : [['Formerly ', code(was)]]),
  ]
}

function relationFacts({ onDelete, onSoftDelete, inverse, bookkeeping }: Relation): readonly Inline[] {
  return [
    ['On delete: ', code(onDelete), ', on soft delete: ', code(onSoftDelete)],
    ...(inverse === undefined ? [] : [['Other side: ', code(inverse.member)]]),
    ...(bookkeeping ? ['Bookkeeping: a plain column to Prisma'] : []),
  ]
}

function originOf({ origin }: Field): readonly Inline[] {
  switch (origin.kind) {
    case 'own':
      return []
    case 'mixin':
      return [['From the mixin ', code(origin.mixin)]]
    case 'tenant':
      return ['Whose record it is: every entity of a tenant has it']
  }
}
