import { didYouMean } from '../../base/did-you-mean.ts'
import { ruleCodes } from '../../diagnostic/codes.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { quoted } from '../../diagnostic/quoted.ts'
import type { Span } from '../../source/source-file.ts'
import { unknownName } from './unknown-name.ts'

/**
 * The report for a name that no rule has. All rules of a family begin alike, so what is near to the rest of the name within
 * its family is a better guess than what is near to the whole.
 *
 * @param custom the rules of the project's own
 */
export function unknownRule(
  code: 'resolve/unknown-rule' | 'suppress/unknown-rule',
  name: string,
  span: Span,
  custom: Iterable<string> = [],
): Diagnostic {
  const all = name.startsWith('custom/') ? [...custom] : [...custom, ...ruleCodes]
  const family = `${name.split('/')[0]}/`
  const slugs = all.flatMap((known) => (known.startsWith(family) ? [known.slice(family.length)] : []))
  const [near] = didYouMean(name.slice(family.length), slugs)
  const known = near === undefined ? all : [`${family}${near}`]
  const message = `no rule is named ${quoted(name)}`
  return unknownName(code, message, name, span, known, 'name the file of this rule under `rules.files`')
}
