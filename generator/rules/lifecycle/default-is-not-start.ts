import type { Fix } from '../../diagnostic/diagnostic.ts'
import { replaced } from '../../diagnostic/text-edit.ts'
import type { Field } from '../../model/field.ts'
import { fieldNamed, inPostgres } from '../../model/lookup.ts'
import type { Model } from '../../model/model.ts'
import type { Span } from '../../source/source-file.ts'
import type { Rule } from '../rule.ts'

export const defaultIsNotStart: Rule = {
  code: 'lifecycle/default-is-not-start',
  scope: 'entity',
  severity: 'error',
  preset: 'minimal',
  summary: 'the default of a life cycle field is the state in which the life cycle starts',
  fixable: true,
  check(model, report) {
    for (const { name, postgres } of inPostgres(model)) {
      const { lifecycle } = postgres
      if (lifecycle === undefined) continue
      const field = fieldNamed(postgres, lifecycle.field)
      const value = field.default?.kind === 'literal' ? String(field.default.value) : lifecycle.start
      if (value === lifecycle.start) continue
      const span = defaultSpan(field, `${lifecycle.enum}.${value}`, model)
      report({
        message: `a new \`${name}\` would be \`${value}\`, but its life cycle starts with \`${lifecycle.start}\``,
        span: span ?? field.span,
        label: 'the database refuses a new row in this state',
        related: [{ span: lifecycle.startSpan, label: 'the start' }],
        help: `make the default \`${lifecycle.start}\`, or leave it out: it follows from the life cycle`,
        fixes: span === undefined ? [] : [startInstead(span, lifecycle.start)],
      })
    }
  },
}

function startInstead(span: Span, start: string): Fix {
  return { title: `make the default \`${start}\``, edits: [replaced(span, start)] }
}

/** Where the default is written: the use of the value that `default:` introduces, next behind the field's name. */
function defaultSpan({ span }: Field, value: string, model: Model): Span | undefined {
  const uses = model.uses.get(`value:${value}`) ?? []
  return uses
    .filter(({ file, start }) => file === span.file && start > span.end && isDefault(file.text, start))
    .reduce<Span | undefined>((first, use) => (first === undefined || use.start < first.start ? use : first), undefined)
}

function isDefault(text: string, start: number): boolean {
  return /\bdefault["']?\s*:\s*["']?$/.test(text.slice(Math.max(0, start - 40), start))
}
