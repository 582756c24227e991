import { isCase, toCase } from '../../base/casing.ts'
import { objectsOf } from '../../model/lookup.ts'
import { type PlacedSegment, placedPath } from '../../model/path-place.ts'
import type { NameConvention } from '../../model/project.ts'
import type { Rule, RuleReport } from '../rule.ts'
import { declaredHere, demandOf } from './convention.ts'
import { renameHelp } from './declared-names.ts'
import { renameHere } from './rename.ts'

/** The literal words of a path: `strategies`, the `v` of `v{version}`; an extension such as `.md` is no name. */
export const s3Segment: Rule = {
  code: 'naming/s3-segment',
  severity: 'error',
  preset: 'recommended',
  summary: 'the literal parts of an S3 path are written in the case of the convention',
  fixable: true,
  check(model, report) {
    const convention = model.project.conventions.s3.segment
    for (const { object } of objectsOf(model)) {
      const segments = placedPath(object)
      for (const [index, segment] of segments.entries()) {
        checkSegment(segment, index === segments.length - 1, convention, report)
      }
    }
  },
}

function checkSegment(
  { pieces, exact }: PlacedSegment,
  last: boolean,
  convention: NameConvention,
  report: RuleReport,
): void {
  const { case: wanted } = convention
  if (wanted === undefined) return
  for (const { piece, span } of pieces) {
    if (piece.kind !== 'literal') continue
    for (const { text, at } of wordsOf(piece.text, last)) {
      if (isCase(text, wanted)) continue
      const to = toCase(text, wanted)
      const place = exact ? { file: span.file, start: span.start + at, end: span.start + at + text.length } : span
      report({
        message: `\`${text}\` in an S3 path must ${demandOf(convention)}`,
        span: place,
        related: declaredHere(convention),
        help: renameHelp(isCase(to, wanted) ? to : undefined, true),
        fixes: isCase(to, wanted) ? renameHere(place, text, to) : [],
      })
    }
  }
}

/** The names in a literal: what stands between dots, without the separators at its ends and the extension of a file. */
function wordsOf(literal: string, last: boolean): readonly { readonly text: string; readonly at: number }[] {
  const extension = last ? /\.[A-Za-z0-9]+(\.[A-Za-z0-9]+)?$/.exec(literal) : null
  const named = extension === null ? literal : literal.slice(0, extension.index)
  return [...named.matchAll(/[^.]+/g)].flatMap((match) => {
    const text = match[0].replace(/^[-_]+|[-_]+$/g, '')
    return text === '' ? [] : [{ text, at: match.index + match[0].indexOf(text) }]
  })
}
