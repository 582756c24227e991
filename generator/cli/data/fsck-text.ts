import type { Finding } from '../../../runtime/src/fsck/finding.ts'
import type { FsckSummary } from '../../../runtime/src/fsck/fsck.ts'
import { counted, inGroups } from '../../base/plural.ts'
import type { Palette } from '../../diagnostic/palette.ts'
import { visible } from '../../diagnostic/visible-text.ts'
import { secondsText } from '../seconds.ts'

/** A finding: what is wrong, where, and what to do. */
export function fsckFinding(finding: Finding, palette: Palette): string {
  const { code, message, advice, tenant, document, bucket, key, count, repair } = finding
  const places = [
    ...(tenant === undefined ? [] : [`tenant ${tenant}`]),
    ...(document === undefined ? [] : [`document ${document}`]),
    ...(key === undefined ? [] : [`object ${bucket}/${key}`]),
    ...(count === undefined ? [] : [`${inGroups(count)} of them`]),
  ]
  const lines = [
    `${palette.red(code)} ${visible(message)}${tail(repair)}`,
    ...(places.length === 0 ? [] : [`  ${palette.dim(visible(places.join(', ')))}`]),
    ...(repair === 'done' ? [] : [`  ${palette.cyan('help:')} ${visible(advice)}`]),
  ]
  return `${lines.join('\n')}\n`
}

function tail(repair: Finding['repair']): string {
  if (repair === undefined) return ''
  return repair === 'done' ? ' (mended)' : ' (left: a lock, a pointer or a missing grant keeps it)'
}

/** For a terminal, while it lasts. */
export function fsckProgress({ step, rows, documents, objects, findings }: FsckSummary): string {
  return `${step}: ${counted(rows, 'row')}, ${counted(documents, 'document')}, ${counted(objects, 'object')}, ${counted(findings, 'finding')}`
}

/** What was looked at, how fast, and where to go on. */
export function fsckSummary(summary: FsckSummary): string {
  const { rows, documents, objects, bytes, expired, findings, elapsedMs, next } = summary
  const all = rows + documents + objects
  const rate = elapsedMs === 0 ? '' : `, ${inGroups(Math.round((all * 1000) / elapsedMs))} a second`
  const parts = [
    counted(rows, 'row'),
    counted(documents, 'document'),
    counted(objects, 'object'),
    ...(bytes === 0 ? [] : [`${inGroups(bytes)} bytes read`]),
    ...(expired === 0 ? [] : [`${inGroups(expired)} expired`]),
  ]
  const verdict = findings === 0 ? 'nothing is wrong' : counted(findings, 'finding')
  const end = next === undefined ? '' : `not all was looked at; go on with: stowage fsck --from '${visible(next)}'\n`
  return `${parts.join(', ')} in ${secondsText(elapsedMs)}${rate}: ${verdict}\n${end}`
}
