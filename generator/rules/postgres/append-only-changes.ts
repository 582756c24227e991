import { inPostgres, type PostgresEntity } from '../../model/lookup.ts'
import { reportChanges } from '../append-only.ts'
import type { Rule, RuleReport } from '../rule.ts'

export const appendOnlyChanges: Rule = {
  code: 'postgres/append-only-changes',
  scope: 'entity',
  severity: 'error',
  preset: 'minimal',
  summary: 'nothing in an append-only table asks its rows to change',
  fixable: false,
  check(model, report) {
    for (const entity of inPostgres(model)) {
      if (!entity.postgres.appendOnly) continue
      const said = {
        subject: `\`${entity.name}\` is append-only, but`,
        label: 'the database refuses every update of these rows',
      }
      reportChanges(entity, entity.postgres, model, said, report)
      checkLifecycle(entity, report)
      checkReferences(entity, report)
    }
  },
}

function checkLifecycle({ name, postgres }: PostgresEntity, report: RuleReport): void {
  const { lifecycle } = postgres
  if (lifecycle === undefined || lifecycle.states.every(({ to }) => to.length === 0)) return
  report({
    message: `\`${name}\` is append-only, but its life cycle moves \`${lifecycle.field}\``,
    span: lifecycle.startSpan,
    label: 'no row could ever leave this state',
    related: [{ span: postgres.span, label: '`append_only: true` here' }],
    help: 'keep the state in a record that may change, or leave `append_only` out',
  })
}

function checkReferences({ name, postgres }: PostgresEntity, report: RuleReport): void {
  for (const field of postgres.fields) {
    const onDelete = field.relation?.onDelete ?? 'restrict'
    if (onDelete === 'restrict' || field.type.kind !== 'ref') continue
    report({
      message: `\`${name}\` is append-only, but deleting a \`${field.type.entity}\` would ${onDelete === 'cascade' ? 'delete' : 'change'} its rows`,
      span: field.span,
      label: `declares \`on_delete: ${onDelete}\``,
      related: [{ span: postgres.span, label: '`append_only: true` here' }],
      help: `leave \`on_delete\` out (restrict): what is recorded about a \`${field.type.entity}\` outlives it`,
    })
  }
}
