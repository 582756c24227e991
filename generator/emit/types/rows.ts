import type { Field } from '../../model/field.ts'
import type { PostgresEntity } from '../../model/lookup.ts'
import type { Mixin, Model } from '../../model/model.ts'
import { stringLiteral } from '../../print/typescript/escape.ts'
import type { InterfaceDeclaration, PropertySignature } from '../../print/typescript/tree.ts'
import { type Holding, namesOwnEntity } from '../typescript/field-type.ts'
import { Imports } from '../typescript/imports.ts'
import { memberOf, sameMember } from '../typescript/member.ts'

type Context = Pick<Holding, 'imports' | 'names' | 'values'>

/** A row as Prisma gives it, with the types that Prisma does not know: ids of their entity, unions of values, shapes. */
export function rowStatement(entity: PostgresEntity, model: Model, context: Context): InterfaceDeclaration {
  const { name } = context.names.row(entity.name)
  const own = stringLiteral(entity.name)
  const members = (fields: readonly Field[], imports: Imports): readonly PropertySignature[] =>
    fields.map((field) => rowMember(field, { ...context, imports, as: 'row', entity: own }, isFixed(entity, field)))
  // What a base gives is not written here, so what its type needs is not imported here either.
  const unused = new Imports(context.names.row(entity.name).file)
  const bases: string[] = []
  const byName = new Map(members(entity.postgres.fields, unused).map((member) => [member.name, member]))
  const inherited = new Set<string>()
  for (const mixinName of entity.mixins) {
    const mixin = model.byName.mixins.get(mixinName)
    if (mixin === undefined || mixin.fields.length === 0) continue
    const given = mixin.fields.map((field) => rowMember(field, { ...context, imports: unused, as: 'row', entity: own }))
    if (!given.every((one) => !inherited.has(one.name) && isSame(byName.get(one.name), one))) continue
    for (const { name: taken } of given) inherited.add(taken)
    const base = context.names.mixin(mixinName)
    bases.push(`${context.imports.type(base.name, base.file)}${hasOwnEntity(mixin) ? `<${own}>` : ''}`)
  }
  const rest = entity.postgres.fields.filter(({ member }) => !inherited.has(member))
  const table = `A row of \`${entity.postgres.table.text}\`.`
  return {
    kind: 'interface',
    name,
    isExported: true,
    doc: entity.about === undefined ? table : `${entity.about} ${table}`,
    ...(bases.length === 0 ? {} : { extends: bases }),
    properties: members(rest, context.imports),
  }
}

/** Whether a mixin's interface takes the entity as a parameter. */
export function hasOwnEntity({ fields }: Mixin): boolean {
  return fields.some(namesOwnEntity)
}

function isSame(member: PropertySignature | undefined, other: PropertySignature): boolean {
  return member !== undefined && sameMember(member, other)
}

/** In an append-only table everything keeps its value; what a mixin gives is shown as the mixin says it. */
function isFixed({ postgres }: PostgresEntity, { origin }: Field): boolean {
  return postgres.appendOnly && origin.kind !== 'mixin'
}

export function rowMember(field: Field, holding: Holding, isFixed = false): PropertySignature {
  const keeps = isFixed || field.immutable || field.primary || field.publicId || field.origin.kind === 'tenant'
  return memberOf(field, field.member, keeps, holding)
}
