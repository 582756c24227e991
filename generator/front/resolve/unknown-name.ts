import { didYouMean } from '../../base/did-you-mean.ts'
import type { Code } from '../../diagnostic/codes.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { renamings } from '../../diagnostic/renaming.ts'
import type { Span } from '../../source/source-file.ts'

/** Lists names for a message: the first few, then how many more. */
function listed(names: Iterable<string>, most = 8): string {
  const all = [...names]
  const shown = all
    .slice(0, most)
    .map((name) => `\`${name}\``)
    .join(', ')
  return all.length > most ? `${shown} and ${all.length - most} more` : shown
}

/** The report for a name that nothing has: what was meant, if something is near; what there is, if not. */
export function unknownName(
  code: Code,
  message: string,
  name: string,
  span: Span,
  known: Iterable<string>,
  nothing = 'there is none to choose from',
): Diagnostic {
  const names = [...known]
  const [near, ...others] = didYouMean(name, names.filter(isPlain))
  if (near === undefined) {
    return {
      code,
      severity: 'error',
      message,
      span,
      label: notKnown,
      help: names.length === 0 ? nothing : `known are ${listed(names)}`,
    }
  }
  return {
    code,
    severity: 'error',
    message,
    span,
    label: `did you mean ${listed([near, ...others])}?`,
    help: `write \`${near}\``,
    ...renamings(name, span, [near, ...others]),
  }
}

/** The label of a name that nothing is near to. */
export const notKnown = 'not known'

/** A declared name can be mistyped itself, which is reported there: a fix must not carry YAML's marks to other places. */
function isPlain(name: string): boolean {
  return /^[^\s{}[\],:#&*!|>'"%@`\\?]+$/.test(name)
}

/** Whether a report of `unknownName` has a suggestion: then it is a slip, whatever else is missing. */
export function isSlip(diagnostic: Diagnostic): boolean {
  return diagnostic.label !== notKnown
}
