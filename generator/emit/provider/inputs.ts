import type { ObjectDescription } from '../../../runtime/src/description/entity.ts'
import { hasObjects as hasObjectPart } from '../../model/lookup.ts'
import { lineWidth } from '../../print/typescript/layout.ts'
import type { PropertySignature, Statement } from '../../print/typescript/tree.ts'
import type { ProviderType } from '../typescript/wished-names.ts'
import { type EntityContext, ownType, support } from './context.ts'
import { type PartInput, partInput } from './part-input.ts'
import { hasObjects, isChanging, mayLackDocument } from './traits.ts'

/** What is given for a new record, and for a change of one: interfaces, and a type that joins them. */
export function inputStatements(context: EntityContext): readonly Statement[] {
  const { described } = context
  const root = partInput(context, described.root === 'postgres' ? 'table' : 'documents')
  const isParted = described.table !== undefined && described.documents !== undefined
  const document = isParted ? partInput(context, 'documents') : undefined
  return [
    ...(hasObjects(described) ? [objectsInterface(context)] : []),
    ...(document === undefined ? [] : [documentInterface(context, document)]),
    ...createStatements(context, { ...root, fields: [...root.fields, ...otherParts(context, 'create')] }),
    ...(isChanging(described) ? [updateStatement(context, [...root.changes, ...otherParts(context, 'update')])] : []),
  ]
}

function declaration(context: EntityContext, type: ProviderType): { readonly name: string; readonly isExported: true } {
  return { name: ownType(context, type), isExported: true }
}

function objectsInterface(context: EntityContext): Statement {
  const { entity, described, imports } = context
  const body = imports.type('Body', '@stowage/runtime')
  const about = new Map(hasObjectPart(entity) ? entity.s3.objects.map((object) => [object.name, object.about]) : [])
  return {
    kind: 'interface',
    ...declaration(context, 'Objects'),
    doc: `The bytes of ${entity.name}.`,
    properties: Object.entries(described.objects).map(([name, { member, pointer }]): PropertySignature => {
      const doc = about.get(name)
      const isOptional = pointer?.optional === true
      return {
        name: member,
        type: isOptional ? `${body} | null` : body,
        isReadonly: true,
        ...(isOptional ? { hasQuestionToken: true } : {}),
        ...(doc === undefined ? {} : { doc }),
      }
    }),
  }
}

function documentInterface(context: EntityContext, { fields, references }: PartInput): Statement {
  return {
    kind: 'interface',
    ...declaration(context, 'DocumentInput'),
    doc: `What is kept of ${context.entity.name} in MongoDB.`,
    properties: [...references, ...fields],
  }
}

/** The members for the parts beside the root. */
function otherParts(context: EntityContext, use: 'create' | 'update'): readonly PropertySignature[] {
  const { described } = context
  const { table, documents, objects } = described
  const isUpdate = use === 'update'
  const wrapped = (name: string): string => (isUpdate ? `Partial<${name}>` : name)
  const parts: PropertySignature[] = []
  if (table !== undefined && documents !== undefined) {
    const isOptional = isUpdate || mayLackDocument(described)
    parts.push(part('document', wrapped(ownType(context, 'DocumentInput')), isOptional))
  }
  if (hasObjects(described)) {
    const isOptional =
      isUpdate || !Object.values(objects).some((object) => isNeeded(object, mayLackDocument(described)))
    parts.push(part('objects', wrapped(ownType(context, 'Objects')), isOptional))
  }
  return parts
}

function isNeeded({ pointer }: ObjectDescription, lacksDocument: boolean): boolean {
  return pointer === undefined || (!pointer.optional && (pointer.part === 'table' || !lacksDocument))
}

function part(name: string, type: string, hasQuestionToken: boolean): PropertySignature {
  return { name, type, isReadonly: true, hasQuestionToken }
}

function createStatements(context: EntityContext, input: PartInput): readonly Statement[] {
  const { entity, described } = context
  const doc = `What a new ${entity.name} is made of.`
  const create = declaration(context, 'Create')
  if (input.relations.length === 0) {
    return [interfaceOf(create, doc, [...input.references, ...input.fields])]
  }
  const names = (['Fields', 'References', 'Relations'] as const).map((type) => ownType(context, type))
  const referring = context.imports.type('Referring', support.inputs)
  const [fields = '', references = '', relations = ''] = names
  return [
    interfaceOf({ name: fields, isExported: true }, `${doc} Its required references aside.`, input.fields),
    interfaceOf(
      { name: references, isExported: true },
      `What a new ${entity.name} must refer to, by the members of ${described.root === 'postgres' ? 'the row' : 'the document'}.`,
      input.references,
    ),
    interfaceOf(
      { name: relations, isExported: true },
      `The same by public ids, under the names of the relations.`,
      input.relations,
    ),
    { kind: 'typeAlias', ...create, doc, type: ofNames(`export type ${create.name} = `, referring, names) },
  ]
}

/** A generic type of other types, a line each where they do not fit beside what stands before. */
function ofNames(before: string, generic: string, names: readonly string[]): string {
  const flat = `${generic}<${names.join(', ')}>`
  return before.length + flat.length <= lineWidth ? flat : `${generic}<\n  ${names.join(',\n  ')}\n>`
}

function updateStatement(context: EntityContext, changes: readonly PropertySignature[]): Statement {
  const doc = `What of ${context.entity.name} may be changed.`
  const name = declaration(context, 'Update')
  return changes.length === 0
    ? { kind: 'typeAlias', ...name, doc, type: 'Record<string, never>' }
    : interfaceOf(name, doc, changes)
}

function interfaceOf(
  name: { readonly name: string; readonly isExported: true },
  doc: string,
  properties: readonly PropertySignature[],
): Statement {
  return { kind: 'interface', ...name, doc, properties }
}
