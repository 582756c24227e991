import type { RuleCode } from '../../diagnostic/codes.ts'
import type { Report } from '../../diagnostic/diagnostic.ts'
import type { Model } from '../../model/model.ts'
import { rules } from '../../rules/index.ts'
import { levelOf } from '../../rules/lint.ts'
import type { Finding } from '../../rules/rule.ts'
import type { ForeignSchema, RenameAdvice } from '../tree.ts'
import { checkColumns } from './check-columns.ts'
import { checkEnums } from './check-enums.ts'
import { checkKeys } from './check-keys.ts'
import { checkTables } from './check-tables.ts'
import type { CheckContext } from './context.ts'

/** What Stowage keeps for itself in PostgreSQL: no spec says how it is called. */
const ownSchema = 'stowage.'

/** Holds the names of hand-written files to the conventions of a spec, by the same rules and at the same levels. */
export function checkSchema(schema: ForeignSchema, model: Model, advise: RenameAdvice, report: Report): void {
  const levels = new Map(rules.map((rule) => [rule.code, levelOf(rule, model.project)]))
  const context: CheckContext = {
    schema: { ...schema, tables: schema.tables.filter(({ qualified }) => !qualified.startsWith(ownSchema)) },
    model,
    advise,
    report: (code: RuleCode, finding) => {
      const severity = levels.get(code) ?? 'off'
      if (severity !== 'off') report({ code, severity, ...onOneLine(finding) })
    },
  }
  checkTables(context)
  checkColumns(context)
  checkKeys(context)
  checkEnums(context)
}

/** A quoted name may hold anything, line ends too. */
function onOneLine({ message, label, help, ...rest }: Finding): Finding {
  const line = (text: string): string => text.replace(/\s+/g, ' ')
  return {
    ...rest,
    message: line(message),
    ...(label === undefined ? {} : { label: line(label) }),
    ...(help === undefined ? {} : { help: line(help) }),
  }
}
