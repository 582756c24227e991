import { isSlipOf } from '../base/did-you-mean.ts'
import type { Span } from '../source/source-file.ts'
import type { Diagnostic } from './diagnostic.ts'
import { replaced } from './text-edit.ts'

/**
 * The mends for a name that nothing has, by the names that are near: one that differs by a slip is what was meant; one that
 * is only the nearest, or several, are for a person to choose from.
 */
export function renamings(
  name: string,
  span: Span,
  near: readonly string[],
  verb: string = 'change',
): Pick<Diagnostic, 'fixes'> {
  const fixes = near.map((known) => ({
    title: `${verb} to \`${known}\``,
    edits: [replaced(span, known)],
    ...(isSlipOf(name, known) ? {} : { isGuess: true as const }),
  }))
  return fixes.length === 0 ? {} : { fixes }
}
