import type { EraseProgress, EraseReport, Remain } from '../../../runtime/src/tenants/erase.ts'
import type { ExportSummary } from '../../../runtime/src/tenants/export.ts'
import { counted, inGroups } from '../../base/plural.ts'
import { visible } from '../../diagnostic/visible-text.ts'

type Counts = Pick<EraseProgress, 'rows' | 'documents' | 'objects'>

function countsText({ rows, documents, objects }: Counts): string {
  return `${counted(rows, 'row')}, ${counted(documents, 'document')}, ${counted(objects, 'object')}`
}

export function exportProgress(summary: ExportSummary): string {
  return `export ${summary.step}: ${countsText(summary)}`
}

export function exportText(summary: ExportSummary, to: string): string {
  const what = `${countsText(summary)} (${inGroups(summary.bytes)} bytes)`
  return summary.isWhole
    ? `exported ${what} to ${visible(to)}\n`
    : `exported ${what} so far; the same command goes on where this one ended\n`
}

export function eraseProgress(progress: EraseProgress): string {
  return `erase ${progress.step}: ${countsText(progress)}`
}

export function eraseText(report: EraseReport): string {
  const { remains, unexpected, dryRun } = report
  const lines = [
    dryRun ? `would look at ${countsText(report)}` : `erased ${countsText(report)}`,
    ...remains.map((remain) => `${dryRun ? 'would stay' : 'stays'}: ${remainText(remain)}`),
    ...unexpected.map((what) => `still there: ${visible(what)}`),
    ...(unexpected.length === 0 ? [] : ['somebody wrote meanwhile, or it was broken off: erase again']),
  ]
  return `${lines.join('\n')}\n`
}

function remainText({ place, count, why, until, who }: Remain): string {
  const end = until === undefined ? '' : ` until ${until.toISOString()}`
  return `${counted(count, 'record')} of the ${visible(place)}: ${why}${end}; who can remove them: ${who}`
}
