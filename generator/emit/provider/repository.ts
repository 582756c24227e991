import type { PropertySignature, Statement } from '../../print/typescript/tree.ts'
import { entityMember } from '../typescript/data-members.ts'
import { type EntityContext, ownType, support } from './context.ts'
import { composedOf } from './kind.ts'
import { hasObjects, isChanging, isOwned, isSplit } from './traits.ts'

/** What can be done with the records of an entity, joined of the generic pieces that fit it. */
export function repositoryStatement(context: EntityContext): Statement {
  const { model, entity, described } = context
  const about = entity.about === undefined ? '' : `${entity.about} `
  return {
    kind: 'interface',
    name: ownType(context, 'Repository'),
    isExported: true,
    doc: `${about}\`db.${entityMember(model, entity.name)}\`.`,
    ...(isOwned(context.described) ? { typeParameters: [{ name: 'Owner', default: 'unknown' }] } : {}),
    extends: [...readPieces(context), ...(isSplit(described) ? splitPieces(context) : simplePieces(context))],
    properties: handles(context),
  }
}

/** Of the row of a split record: what a transaction of PostgreSQL may do with it. */
function rowPieces(context: EntityContext): readonly string[] {
  const { described } = context
  return [
    piece(context, 'RowReads', support.rows),
    ...(isChanging(described) && described.table?.lifecycle !== undefined
      ? [piece(context, 'Moves', support.moves)]
      : []),
  ]
}

function piece(context: EntityContext, name: string, file: string, isForOwner = false): string {
  const owner = isForOwner && isOwned(context.described) ? ', Owner' : ''
  return `${context.imports.type(name, file)}<${ownType(context, 'Types')}${owner}>`
}

function readPieces(context: EntityContext): readonly string[] {
  const { described } = context
  if (described.root === 'postgres') return rowPieces(context)
  return [
    piece(context, 'DocumentReads', support.documents),
    piece(context, 'DocumentQueries', support.documents),
    ...(described.documents?.hasTextIndex === true ? [piece(context, 'DocumentSearch', support.documents)] : []),
  ]
}

function simplePieces(context: EntityContext): readonly string[] {
  const { described } = context
  const isRow = described.root === 'postgres'
  const [stem, file] = isRow ? ['Row', support.rows] : ['Document', support.documents]
  const isComposed = composedOf(context).length > 0
  return [
    ...(isComposed ? composedPieces(context) : [piece(context, `${stem}Creates`, file, true)]),
    schemas(context),
    ...(isChanging(described)
      ? [
          isComposed ? piece(context, 'SplitUpdates', support.split) : piece(context, `${stem}Updates`, file),
          piece(context, `${stem}Deletes`, file),
        ]
      : []),
    ...(described.softDelete === undefined ? [] : [piece(context, `${stem}Restores`, file)]),
  ]
}

/** Of rows that may be made together with a record that they point to. */
function composedPieces(context: EntityContext): readonly string[] {
  return [
    piece(context, 'ComposedReads', support.split),
    piece(context, 'SplitCreates', support.split, true),
    piece(context, 'ComposedContent', support.objects),
  ]
}

function splitPieces(context: EntityContext): readonly string[] {
  const { described } = context
  const split = (name: string, isForOwner?: boolean): string => piece(context, name, support.split, isForOwner)
  return [
    split('SplitReads'),
    split('SplitCreates', true),
    schemas(context),
    ...(isChanging(described) ? [split('SplitUpdates'), split('SplitDeletes')] : []),
    ...(described.softDelete === undefined || !isChanging(described) ? [] : [split('SplitRestores')]),
    ...(hasObjects(described) ? [piece(context, 'ContentUrls', support.objects)] : []),
  ]
}

function schemas(context: EntityContext): string {
  return piece(context, isChanging(context.described) ? 'ChangeSchemas' : 'CreateSchema', support.inputs)
}

function handles(context: EntityContext): readonly PropertySignature[] {
  const { described } = context
  if (!isSplit(described)) return []
  const handle = isChanging(described) ? 'ObjectHandle' : 'ObjectReads'
  return [
    ...(described.softDelete === undefined
      ? []
      : [
          {
            name: 'withDeleted',
            type:
              described.root === 'postgres'
                ? piece(context, 'RowReads', support.rows)
                : piece(context, 'DocumentReads', support.documents),
            isReadonly: true,
            doc: 'The same records with the deleted ones among them.',
          },
        ]),
    ...Object.values(described.objects).map(({ member }) => ({
      name: member,
      type: piece(context, handle, support.objects),
      isReadonly: true,
    })),
  ]
}
