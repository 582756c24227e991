import type { Field, MixinRole } from '../../model/field.ts'
import { inMongo, type MongoEntity } from '../../model/lookup.ts'
import type { Model } from '../../model/model.ts'
import { stringLiteral } from '../../print/typescript/escape.ts'
import type { PropertySignature, Statement } from '../../print/typescript/tree.ts'
import { namesOwnEntity } from '../typescript/field-type.ts'
import { Imports } from '../typescript/imports.ts'
import { memberOf, sameMember } from '../typescript/member.ts'
import type { FileContext } from './context.ts'

export const baseDocumentFile = 'mongoose/base-document.ts'

/** The interfaces that documents share, one for each role of a mixin. */
const interfaces = [
  { role: 'base', name: 'BaseDocument', doc: 'What every document carries.' },
  { role: 'mutable', name: 'MutableDocument', doc: 'What a document that changes carries.' },
  { role: 'soft_delete', name: 'SoftDeleteDocument', doc: 'What a document carries that can be marked as deleted.' },
] as const satisfies readonly { role: MixinRole; name: string; doc: string }[]

/** One base of a document's interface: its type, and the members that come with it. */
interface Base {
  readonly type: string
  readonly gives: readonly PropertySignature[]
}

export interface SharedDocuments {
  readonly statements: readonly Statement[]
  /** What a document extends; a member that it has otherwise, or not at all, is left out of the base. */
  basesOf(entity: MongoEntity, members: readonly PropertySignature[], context: FileContext): readonly Base[]
}

type Fields = readonly { readonly field: Field; readonly isFixed: boolean }[]

export function sharedDocuments(model: Model, context: Omit<FileContext, 'imports'>): SharedDocuments {
  const byRole = interfaces.map((shared) => ({ ...shared, fields: sharedFields(model, shared.role) }))
  const imports = new Imports(baseDocumentFile)
  const membersOf = (fields: Fields, entity: string, into: Imports): readonly PropertySignature[] =>
    fields.map(({ field, isFixed }) =>
      memberOf(field, field.physical.text, isFixed, { ...context, imports: into, as: 'document', entity }),
    )
  const id: PropertySignature = { name: '_id', type: `${imports.type('Types', 'mongoose')}.ObjectId`, isReadonly: true }
  const declared = byRole.filter(({ role, fields }) => role === 'base' || fields.length > 0)
  const declarations = declared.map(({ role, name, doc, fields }): Statement => {
    return {
      kind: 'interface',
      name,
      isExported: true,
      doc,
      ...(takesEntity(fields) ? { typeParameters: [{ name: 'Entity', constraint: 'string' }] } : {}),
      properties: [...(role === 'base' ? [id] : []), ...membersOf(fields, 'Entity', imports)],
    }
  })

  function basesOf(entity: MongoEntity, members: readonly PropertySignature[], into: FileContext): readonly Base[] {
    return declared.flatMap(({ role, name, fields }): readonly Base[] => {
      const own = stringLiteral(entity.name)
      const scratch = new Imports(baseDocumentFile)
      const offered = membersOf(fields, own, scratch)
      const gives = offered.filter((one) => members.some((member) => sameMember(one, member)))
      if (role !== 'base' && gives.length === 0) return []
      const type = `${into.imports.type(name, baseDocumentFile)}${takesEntity(fields) ? `<${own}>` : ''}`
      const missing = offered.filter((one) => !gives.includes(one)).map((one) => stringLiteral(one.name))
      return [{ type: missing.length === 0 ? type : `Omit<${type}, ${missing.join(' | ')}>`, gives }]
    })
  }

  return { statements: [...imports.declarations(), ...declarations], basesOf }
}

function takesEntity(fields: Fields): boolean {
  return fields.some(({ field }) => namesOwnEntity(field))
}

/** Fields of a role as the first collection has them that carries each; the tenant is part of the base. */
function sharedFields(model: Model, role: MixinRole): Fields {
  const found = new Map<string, { readonly field: Field; readonly isFixed: boolean }>()
  const entities = inMongo(model).toSorted((a, b) => rank(a) - rank(b))
  for (const { mongo } of entities) {
    for (const field of mongo.fields) {
      const { origin } = field
      const fits = origin.kind === 'tenant' ? role === 'base' : origin.kind === 'mixin' && origin.role === role
      if (fits && !found.has(field.name)) {
        found.set(field.name, { field, isFixed: field.immutable || field.publicId || origin.kind === 'tenant' })
      }
    }
  }
  return [...found.values()]
}

/** Documents that have a tenant in every case come first: theirs is the common form. */
function rank({ tenancy }: MongoEntity): number {
  return tenancy.mode === 'required' ? 0 : 1
}
