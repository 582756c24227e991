import type { Fix, RelatedPlace, TextEdit } from '../diagnostic/diagnostic.ts'
import type { Finding } from '../rules/rule.ts'
import type { SourceFile, Span } from '../source/source-file.ts'
import { isObject, lineOf } from './unknown.ts'

/** What keeps a finding from being one; a clause that goes on from "reported a finding". */
export class FindingFault extends Error {
  override readonly name: string = 'FindingFault'
}

/**
 * What somebody else's rule reported, as a finding: texts on one line, every place in a file of the spec, nothing else.
 * @param files of the spec, by path
 * @throws FindingFault
 */
export function checkedFinding(value: unknown, files: ReadonlyMap<string, SourceFile>): Finding {
  if (!isObject(value)) throw new FindingFault('that is no object')
  const message = lineOf(value.message)
  if (message === undefined) throw new FindingFault('without a `message`')
  const label = optionalLine(value.label, 'label')
  const help = optionalLine(value.help, 'help')
  const related = listOf(value.related, 'related').map((place): RelatedPlace => {
    if (!isObject(place)) throw new FindingFault('whose `related` holds something else than places')
    return { span: spanOf(place.span, '`related`', files), label: lineOf(place.label) ?? 'this belongs to it' }
  })
  const fixes = listOf(value.fixes, 'fixes').map((fix) => fixOf(fix, files))
  return {
    message,
    span: spanOf(value.span, '`span`', files),
    ...(label === undefined ? {} : { label }),
    ...(help === undefined ? {} : { help }),
    ...(related.length === 0 ? {} : { related }),
    ...(fixes.length === 0 ? {} : { fixes }),
  }
}

function fixOf(fix: unknown, files: ReadonlyMap<string, SourceFile>): Fix {
  const title = isObject(fix) ? lineOf(fix.title) : undefined
  if (!isObject(fix) || title === undefined) throw new FindingFault('with a fix that has no `title`')
  const edits = listOf(fix.edits, 'edits').map((edit): TextEdit => {
    if (!isObject(edit) || typeof edit.text !== 'string') throw new FindingFault('with an edit that has no `text`')
    return { span: spanOf(edit.span, 'an edit', files), text: edit.text }
  })
  if (edits.length === 0) throw new FindingFault('with a fix that has no `edits`')
  return { title, edits, ...(fix.isGuess === true ? { isGuess: true } : {}) }
}

/** The same range of the file that Stowage has read: what a rule hands over may be a copy. */
function spanOf(span: unknown, what: string, files: ReadonlyMap<string, SourceFile>): Span {
  if (!isObject(span) || !isObject(span.file)) throw new FindingFault(`without a valid span in ${what}`)
  const { start, end } = span
  const file = typeof span.file.path === 'string' ? files.get(span.file.path) : undefined
  if (file === undefined) throw new FindingFault(`whose span in ${what} is in no file of the spec`)
  if (!isOffset(start) || !isOffset(end) || start > end || end > file.text.length) {
    throw new FindingFault(`whose span in ${what} does not lie in the text of its file`)
  }
  return { file, start, end }
}

function isOffset(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

function optionalLine(value: unknown, key: string): string | undefined {
  if (value !== undefined && typeof value !== 'string') throw new FindingFault(`whose \`${key}\` is no text`)
  return lineOf(value)
}

function listOf(value: unknown, key: string): readonly unknown[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) throw new FindingFault(`whose \`${key}\` are no list`)
  return value
}
