import type { RuleCode } from '../../diagnostic/codes.ts'
import { quoted } from '../../diagnostic/quoted.ts'
import type { Model } from '../../model/model.ts'
import type { NameConvention } from '../../model/project.ts'
import { corrected, declaredHere, demandOf, follows } from '../../rules/naming/convention.ts'
import { renameHelp } from '../../rules/naming/declared-names.ts'
import type { Finding } from '../../rules/rule.ts'
import { postgresLimits } from '../../stores/postgres.ts'
import { byteLength } from '../sql/identifier.ts'
import type { ForeignName, ForeignSchema, RenameAdvice, Renaming } from '../tree.ts'

/** What every check of a foreign schema is given. */
export interface CheckContext {
  readonly schema: ForeignSchema
  /** The spec, of which only the project file need have anything in it. */
  readonly model: Model
  readonly advise: RenameAdvice
  /** Where findings go; code and level are put to them there. */
  readonly report: (code: RuleCode, finding: Finding) => void
}

/** A name that a convention governs. */
export interface Governed {
  readonly code: RuleCode
  readonly noun: string
  readonly name: ForeignName
  readonly convention: NameConvention
  /** What stands under the carets. */
  readonly label?: string
  /** The other names of its kind and place. */
  readonly taken: () => Iterable<string>
  readonly renaming: (to: string) => Renaming
  /** The name that it should have, where another one is nearer than the same words in the right case. */
  readonly better?: string | undefined
}

/** Reports a name that is not in the case or number of its convention. One that nobody wrote follows from others. */
export function checkName(context: CheckContext, governed: Governed): void {
  const { code, noun, name, convention, label, better } = governed
  if (name.origin !== 'written') return
  if (follows(name.text, convention)) return
  const to = better !== undefined && follows(better, convention) ? better : correction(name.text, convention)
  context.report(code, {
    message: `${noun} ${quoted(name.text)} must ${demandOf(convention)}`,
    span: name.span,
    ...(label === undefined ? {} : { label }),
    related: declaredHere(convention),
    help: helpFor(context, governed, to),
  })
}

/** The same words in the case and number of a convention; none for letters that no case knows. */
function correction(name: string, convention: NameConvention): string | undefined {
  return isAscii(name) ? corrected(name, convention) : undefined
}

export function isAscii(text: string): boolean {
  return byteLength(text) === text.length
}

/** How to rename it, where the name that it should have is to be known and is free. */
export function helpFor(
  { advise }: CheckContext,
  { taken, renaming }: Pick<Governed, 'taken' | 'renaming'>,
  to: string | undefined,
): string {
  if (to === undefined) return renameHelp(undefined, false)
  return new Set(taken()).has(to) ? renameHelp(to, false) : advise(renaming(to))
}

/** Reports a name that PostgreSQL cuts. */
export function checkLength(
  { schema, report }: CheckContext,
  noun: string,
  { written, span, origin }: ForeignName,
): void {
  const limit = postgresLimits.identifierBytes
  const bytes = byteLength(written)
  if (schema.store !== 'postgres' || origin !== 'written' || bytes <= limit) return
  report('postgres/identifier-too-long', {
    message: `the name of this ${noun} has ${bytes} bytes; PostgreSQL cuts it after ${limit} without a word`,
    span,
    label: 'another name with the same beginning would be taken for this one',
    help: 'shorten it',
  })
}
