import { toCase } from '../../base/casing.ts'
import type { RuleCode } from '../../diagnostic/codes.ts'
import type { Field } from '../../model/field.ts'
import type { Model } from '../../model/model.ts'
import type { NameConvention } from '../../model/project.ts'
import type { RuleOption } from '../../model/rule-option.ts'
import type { Rule, RuleReport } from '../rule.ts'
import { affixDemandOf, declaredHere } from './convention.ts'
import { renameHelp } from './declared-names.ts'
import { fieldRename } from './field-rename.ts'
import { type FieldDeclaration, fieldDeclarations } from './fields.ts'
import { renameHere } from './rename.ts'
import { demandFor, dressed, type Role, roleOf, wears } from './role.ts'

/** A rule for a role whose convention is demanded of the name: of the logical one, and of a physical one that overrides it. */
export function demandedRole(of: {
  readonly code: RuleCode
  readonly role: Role
  readonly noun: string
  readonly summary: string
  /** What to say beside the name that the rule proposes. */
  readonly advice?: string
  readonly options?: readonly RuleOption[]
}): Rule {
  const check = (model: Model, report: RuleReport): void => {
    const demand = demandFor(of.role, model)
    if (demand === undefined) return
    for (const declaration of fieldDeclarations(model)) {
      if (roleOf(declaration.field, model) !== of.role) continue
      checkLogical(declaration, demand, model, report)
      checkPhysical(declaration.field, declaration.scope.store ?? 'postgres', demand, model, report)
    }
  }

  const checkLogical = (
    declaration: FieldDeclaration,
    demand: NameConvention,
    model: Model,
    report: RuleReport,
  ): void => {
    const { field, scope } = declaration
    if (wears(field.name, demand)) return
    const { help, fixes } = fieldRename(model, declaration)
    report({
      message: `${of.noun} \`${field.name}\` must ${affixDemandOf(demand)}`,
      span: field.span,
      label: scope.place(field),
      related: declaredHere(demand),
      help: of.advice === undefined ? help : `${help}${of.advice}`,
      fixes,
    })
  }

  const checkPhysical = (
    { physical }: Field,
    store: 'postgres' | 'mongo',
    demand: NameConvention,
    model: Model,
    report: RuleReport,
  ): void => {
    if (physical.source !== 'declared' || physical.span === undefined || wears(physical.text, demand)) return
    const { conventions } = model.project
    const wanted = (store === 'postgres' ? conventions.postgres.column : conventions.mongo.field).case ?? 'snake_case'
    const to = toCase(dressed(physical.text, of.role, demand, model).join('_'), wanted)
    report({
      message: `the name \`${physical.text}\` of a ${of.noun} must ${affixDemandOf(demand)}`,
      span: physical.span,
      label: 'overrides the name that the conventions give',
      related: declaredHere(demand),
      help: renameHelp(to, true),
      fixes: renameHere(physical.span, physical.text, to),
    })
  }

  const { code, summary, options = [] } = of
  return { code, severity: 'error', preset: 'recommended', summary, fixable: true, options, check }
}
