import { oncePer } from '../../base/once-per.ts'
import type { Field, MixinRole } from '../../model/field.ts'
import { inMongo, type MongoEntity } from '../../model/lookup.ts'
import type { Model } from '../../model/model.ts'
import { stringLiteral } from '../../print/typescript/escape.ts'
import type { PropertySignature, Statement } from '../../print/typescript/tree.ts'
import { namesOwnEntity } from '../typescript/field-type.ts'
import { Imports, type Uses, unnoted } from '../typescript/imports.ts'
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
  /**
   * What a document extends; a member that it has otherwise, or not at all, is left out of the base.
   * @param memberNamed what the document has under a key
   */
  basesOf(
    entity: MongoEntity,
    memberNamed: (key: string) => PropertySignature | undefined,
    context: FileContext,
  ): readonly Base[]
}

interface SharedField {
  readonly role: MixinRole
  readonly field: Field
  readonly isFixed: boolean
}

type Fields = readonly SharedField[]

export function sharedDocuments(model: Model, context: Omit<FileContext, 'imports'>): SharedDocuments {
  const fieldsOf = sharedFields(model)
  const byRole = interfaces.map((shared) => ({ ...shared, fields: fieldsOf.get(shared.role) ?? [] }))
  const imports = new Imports(baseDocumentFile)
  const membersOf = (fields: Fields, entity: string, into: Uses): readonly PropertySignature[] =>
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

  function basesOf(
    entity: MongoEntity,
    memberNamed: (key: string) => PropertySignature | undefined,
    into: FileContext,
  ): readonly Base[] {
    return declared.flatMap(({ role, name, fields }): readonly Base[] => {
      const own = stringLiteral(entity.name)
      const offered = membersOf(fields, own, unnoted)
      const gives = offered.filter((one) => sameMember(one, memberNamed(one.name)))
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

/**
 * Fields of each role as the first collection has them that carries each; the tenant is part of the base. Documents that have a
 * tenant in every case come first: theirs is the common form.
 */
function sharedFields(model: Model): ReadonlyMap<MixinRole, Fields> {
  const found = new Map<MixinRole, Map<string, SharedField>>(
    interfaces.map(({ role }) => [role, new Map<string, SharedField>()]),
  )
  const all = inMongo(model)
  for (const isTenanted of [true, false]) {
    for (const entity of all) {
      if ((entity.tenancy.mode === 'required') !== isTenanted) continue
      for (const shared of fieldsWithRoles(entity)) {
        const ofRole = found.get(shared.role)
        if (ofRole?.has(shared.field.name) === false) ofRole.set(shared.field.name, shared)
      }
    }
  }
  return new Map([...found].map(([role, fields]) => [role, [...fields.values()]]))
}

const fieldsWithRoles = oncePer(({ mongo }: MongoEntity): readonly SharedField[] =>
  mongo.fields.flatMap((field) => {
    const { origin } = field
    if (origin.kind === 'own') return []
    const isTenant = origin.kind === 'tenant'
    const isFixed = field.immutable || field.publicId || isTenant
    return [{ role: isTenant ? 'base' : origin.role, field, isFixed }]
  }),
)
