import { toCase, words } from '../../base/casing.ts'
import type { RuleCode } from '../../diagnostic/codes.ts'
import type { Field } from '../../model/field.ts'
import type { Model } from '../../model/model.ts'
import type { NameConvention } from '../../model/project.ts'
import type { Rule, RuleReport } from '../rule.ts'
import { declaredHere } from './convention.ts'
import { renameHelp } from './declared-names.ts'
import { fieldRename } from './field-rename.ts'
import { type FieldDeclaration, fieldDeclarations } from './fields.ts'
import { renameHere } from './rename.ts'
import { endsWith, roleOf, wears } from './role.ts'

/**
 * A rule for a suffix that the compiler adds to a relation's name. Two mistakes: the logical name has it already, so that
 * it would stand there twice; or a physical name in the spec drops it.
 */
export function derivedSuffix(of: {
  readonly code: RuleCode
  readonly summary: string
  readonly applies: (field: Field) => boolean
}): Rule {
  const check = (model: Model, report: RuleReport): void => {
    for (const declaration of fieldDeclarations(model)) {
      const { field, scope } = declaration
      if (roleOf(field, model) !== 'reference' || !of.applies(field)) continue
      const convention = suffixOf(field, scope.store, model)
      if (convention.suffix === undefined) continue
      checkLogical(declaration, convention, model, report)
      checkPhysical(declaration, convention, model, report)
    }
  }
  return { code: of.code, severity: 'error', preset: 'recommended', summary: of.summary, fixable: true, check }
}

/** What the compiler adds to the name of a relation. */
function suffixOf({ type }: Field, store: 'postgres' | 'mongo' | undefined, model: Model): NameConvention {
  const { postgres, mongo } = model.project.conventions
  if (type.kind === 'part') return postgres.roles.storeRef
  if (store === 'mongo') return mongo.reference
  return type.kind === 'ref' && type.mode === 'foreign_key' ? postgres.roles.foreignKey : postgres.roles.storeRef
}

function checkLogical(
  declaration: FieldDeclaration,
  convention: NameConvention,
  model: Model,
  report: RuleReport,
): void {
  const { field } = declaration
  if (field.physical.source === 'declared') return
  const { foreignKey } = model.project.conventions.postgres.roles
  const parts = words(field.name)
  const worn = [model.project.conventions.mongo.reference, convention, foreignKey]
    .map(({ suffix }) => words(suffix ?? ''))
    .find((suffix) => suffix.length > 0 && suffix.length < parts.length && endsWith(parts, suffix))
  if (worn === undefined) return
  const wanted = model.project.conventions.spec.field.case ?? 'snake_case'
  const to = toCase(parts.slice(0, -worn.length).join('_'), wanted)
  const { help, fixes } = fieldRename(model, declaration, to)
  report({
    message: `the reference \`${field.name}\` must not end in \`_${worn.join('_')}\`: the suffix \`${convention.suffix}\` is added to it`,
    span: field.span,
    label: declaration.scope.place(field),
    related: declaredHere(convention),
    help: `${help}, after what it refers to`,
    fixes,
  })
}

function checkPhysical(
  { field, scope }: FieldDeclaration,
  convention: NameConvention,
  model: Model,
  report: RuleReport,
): void {
  const { physical } = field
  if (physical.source !== 'declared' || physical.span === undefined || wears(physical.text, convention)) return
  const { conventions } = model.project
  const wanted = scope.store === 'mongo' ? conventions.mongo.field.case : conventions.postgres.column.case
  const to = toCase([...words(physical.text), ...words(convention.suffix ?? '')].join('_'), wanted ?? 'snake_case')
  report({
    message: `the name \`${physical.text}\` of a reference must end in \`${convention.suffix}\``,
    span: physical.span,
    label: 'overrides the name that the conventions give',
    related: declaredHere(convention),
    help: `${renameHelp(to, true)}, or leave it out`,
    fixes: renameHere(physical.span, physical.text, to),
  })
}
