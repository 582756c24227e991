import { assertNever } from '../base/internal-error.ts'
import type { Finding, Rule, RuleFailure } from '../rules/rule.ts'
import type { Span } from '../source/source-file.ts'
import { checkedFinding, FindingFault } from './checked-finding.ts'
import { frozen } from './frozen.ts'
import type { RuleDefinition } from './rule-definition.ts'
import { isObject, lineOf } from './unknown.ts'

/** Where an error was made: in the file of the rule, as its stack says. */
export type PlaceOf = (error: unknown) => Span | undefined

/**
 * A rule of a project's own as Stowage runs it. Whatever its author's code does, `check` neither throws nor changes the
 * model: what goes wrong is told by `fail`, and the run goes on with the next rule.
 */
export function guardedRule(definition: RuleDefinition, placeOf: PlaceOf = () => undefined): Rule {
  const { code, severity, summary, options, fixable = false } = definition
  return {
    code,
    severity,
    preset: 'minimal',
    summary,
    fixable,
    ...(options === undefined ? {} : { options }),
    check(model, report, fail) {
      const files = new Map(model.files.map((file) => [file.path, file]))
      const blame = (what: string, help: string, error?: unknown, label?: string): void => {
        fail(failureOf(`rule \`${code}\` ${what}`, help, placeOf(error), label))
      }
      const read = (value: unknown): Finding | undefined => {
        try {
          const finding = checkedFinding(value, files)
          if (finding.fixes === undefined || fixable) return finding
          throw new FindingFault('with a fix, but does not say `fixable: true`')
        } catch (error) {
          // What was handed over may be anything, such as a proxy that throws when it is looked at.
          const why = error instanceof FindingFault ? error.message : 'that cannot be read'
          blame(
            `reported a finding ${why}`,
            '`stowage explain rules/failed` says what it needs',
            error,
            'reported here',
          )
          return undefined
        }
      }
      let open = true
      const take = (value: unknown): void => {
        const finding = open ? read(value) : undefined
        if (finding !== undefined) report(finding)
      }
      const outcome = run(() => definition.check(frozen(model), take))
      open = false
      switch (outcome.kind) {
        case 'done':
          return
        case 'thrown':
          blame(
            `failed: ${messageOf(outcome.error)}`,
            'mend the rule, or turn it off in `rules.levels`',
            outcome.error,
            'thrown here',
          )
          return
        case 'promise':
          blame('has an async `check`', 'a check looks at the model alone, in one go')
          return
        case 'value':
          blame('returns something', 'findings go to `report`, the second argument of `check`')
          return
        default:
          assertNever(outcome)
      }
    },
  }
}

type Outcome = { readonly kind: 'done' | 'promise' | 'value' } | { readonly kind: 'thrown'; readonly error: unknown }

function run(check: () => unknown): Outcome {
  try {
    const returned = check()
    if (returned === undefined) return { kind: 'done' }
    if (!isObject(returned) || typeof returned.then !== 'function') return { kind: 'value' }
    // Nobody waits for it, so its failure would end the process.
    Promise.resolve(returned).catch(() => undefined)
    return { kind: 'promise' }
  } catch (error) {
    return { kind: 'thrown', error }
  }
}

function failureOf(message: string, help: string, span: Span | undefined, label: string | undefined): RuleFailure {
  if (span === undefined) return { message, help }
  return { message, help, span, ...(label === undefined ? {} : { label }) }
}

/** What an error says, on one line. Anything can be thrown, even what cannot be read. */
export function messageOf(error: unknown): string {
  try {
    const text = error instanceof Error ? error.message : String(error)
    return lineOf(text.split('\n')[0]) ?? (error instanceof Error ? error.name : 'it threw nothing')
  } catch {
    return 'it threw what cannot be read'
  }
}
