import type { Field, FieldOrigin, MixinRole } from '../../model/field.ts'
import type { SpecNode } from '../node.ts'
import type { Context } from './context.ts'
import type { EntityHeader } from './entity-header.ts'
import { resolveField, tenantField } from './field.ts'
import { declareFields, type FieldDeclaration } from './field-declaration.ts'
import { mergeFields } from './merge-fields.ts'
import { layersOf } from './mixins.ts'
import { flagAt } from './read.ts'
import { reportPrimaryOfDocument, reportSecondKeys } from './record-keys.ts'

/** The fields of a part, and the names that are declared but unknown: what refers to those is not reported again. */
export interface PartFields {
  readonly fields: readonly Field[]
  readonly unknown: ReadonlySet<string>
  /** Whether more fields may come from a mixin that is unknown. */
  readonly open: boolean
  /** As written: a mixin's field is renamed in the mixin, so its declaration knows its owner. */
  readonly declarations: readonly FieldDeclaration[]
}

/**
 * Fields of one part in the order of the output: keys, the entity's own, the mixins' others. The root carries every
 * mixin; a document that is not the root carries what every record has.
 */
export function resolvePartFields(
  header: EntityHeader,
  store: 'postgres' | 'mongo',
  node: SpecNode | undefined,
  table: string,
  context: Context,
): PartFields {
  const owner = `${header.name}.${store}`
  const own = declareFields(node, { kind: 'own' } satisfies FieldOrigin, owner, context)
  const roles: readonly MixinRole[] | undefined = header.root === store ? undefined : ['base']
  const used = layersOf(header, context).filter((mixin) => roles === undefined || roles.includes(mixin.role))
  const merged = mergeFields(
    used.map((mixin) => mixin.fields),
    own,
    context.report,
  )
  const place = { store, entity: header }
  const unknown = new Set<string>()
  const keys: Field[] = []
  const ownFields: Field[] = []
  const mixed: Field[] = []

  const tenant = tenantField(place, table, context)
  const add = (declaration: FieldDeclaration, rest: Field[]): void => {
    if (declaration.name === tenant?.name) {
      reportTenantTaken(declaration, context)
      return
    }
    if (store === 'mongo' && flagAt(declaration.options, 'primary') === true) {
      if (declaration.origin.kind === 'own') reportPrimaryOfDocument(declaration, context)
      return
    }
    const field = resolveField(declaration, place, table, context)
    if (field === undefined) unknown.add(declaration.name)
    else (field.primary || field.publicId ? keys : rest).push(field)
  }
  for (const declaration of merged.own) add(declaration, ownFields)
  for (const declaration of merged.mixed) add(declaration, mixed)
  reportSecondKeys(keys, context)
  keys.sort((a, b) => Number(b.primary) - Number(a.primary))
  return {
    fields: [...keys, ...(tenant === undefined ? [] : [tenant]), ...ownFields, ...mixed],
    unknown,
    open: header.open,
    declarations: [...merged.own, ...merged.mixed],
  }
}

function reportTenantTaken(declaration: FieldDeclaration, context: Context): void {
  const { tenancy } = context.project
  context.report({
    code: 'resolve/name-collision',
    severity: 'error',
    message: `\`${declaration.name}\` is the field of the tenant, which every record has without being asked`,
    span: declaration.span,
    ...(tenancy === undefined ? {} : { related: [{ span: tenancy.span, label: 'the tenancy is declared here' }] }),
    help: 'leave it out, or rename it where it means something else',
  })
}
