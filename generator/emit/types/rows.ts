import { scalarName } from '../../catalog/prisma/member-names.ts'
import type { Field } from '../../model/field.ts'
import type { PostgresEntity } from '../../model/lookup.ts'
import type { Mixin, Model } from '../../model/model.ts'
import { stringLiteral } from '../../print/typescript/escape.ts'
import type { InterfaceDeclaration, PropertySignature } from '../../print/typescript/tree.ts'
import { type Holding, namesOwnEntity } from '../typescript/field-type.ts'
import { unnoted } from '../typescript/imports.ts'
import { memberOf, sameMember } from '../typescript/member.ts'

type Context = Pick<Holding, 'imports' | 'names' | 'values'>

/** A row as Prisma gives it, with the types that Prisma does not know: ids of their entity, unions of values, shapes. */
export function rowStatement(entity: PostgresEntity, model: Model, context: Context): InterfaceDeclaration {
  const { name } = context.names.row(entity)
  const own = stringLiteral(entity.name)
  const holding: Holding = { ...context, as: 'row', entity: own }
  const { fields } = entity.postgres
  // What a base gives is not written here, so what its type needs is not imported here either.
  const bases: string[] = []
  const looking: Holding = { ...holding, imports: unnoted }
  const memberNamed = (name: string): PropertySignature | undefined => {
    const field = fields.find((one) => scalarName(entity, one) === name)
    return field === undefined ? undefined : rowMember(field, looking, isFixed(entity, field))
  }
  const inherited = new Set<string>()
  for (const mixinName of entity.mixins) {
    const mixin = model.byName.mixins.get(mixinName)
    if (mixin === undefined || mixin.fields.length === 0) continue
    const given = mixin.fields.map((field) => rowMember(field, looking))
    if (!given.every((one) => !inherited.has(one.name) && sameMember(one, memberNamed(one.name)))) continue
    for (const { name: taken } of given) inherited.add(taken)
    const base = context.names.mixin(mixinName)
    bases.push(`${context.imports.type(base.name, base.file)}${hasOwnEntity(mixin) ? `<${own}>` : ''}`)
  }
  const rest = fields.filter((field) => !inherited.has(scalarName(entity, field)))
  const table = `A row of \`${entity.postgres.table.text}\`.`
  return {
    kind: 'interface',
    name,
    isExported: true,
    doc: entity.about === undefined ? table : `${entity.about} ${table}`,
    ...(bases.length === 0 ? {} : { extends: bases }),
    properties: rest.map((field) => rowMember(field, holding, isFixed(entity, field), scalarName(entity, field))),
  }
}

/** Whether a mixin's interface takes the entity as a parameter. */
export function hasOwnEntity({ fields }: Mixin): boolean {
  return fields.some(namesOwnEntity)
}

/** In an append-only table everything keeps its value; what a mixin gives is shown as the mixin says it. */
function isFixed({ postgres }: PostgresEntity, { origin }: Field): boolean {
  return postgres.appendOnly && origin.kind !== 'mixin'
}

/** `name`: as Prisma calls it. */
export function rowMember(
  field: Field,
  holding: Holding,
  isFixed = false,
  name: string = field.member,
): PropertySignature {
  const keeps = isFixed || field.immutable || field.primary || field.publicId || field.origin.kind === 'tenant'
  return memberOf(field, name, keeps, holding)
}
