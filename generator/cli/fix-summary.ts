import { byCodeUnit } from '../base/order.ts'
import { counted } from '../base/plural.ts'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { visible } from '../diagnostic/visible-text.ts'
import { isInPackage } from '../source/in-package.ts'
import type { Mending } from './mending.ts'

/** What `--fix` did, or would do: of which rules how many, in which files, and why the rest is left to a person. */
export function fixSummary({ changes, mended, compilation }: Mending, verb: 'mended' | 'would mend'): string {
  if (mended.length === 0) return ''
  const { diagnostics } = compilation
  const lines = [
    `${verb} ${counted(mended.length, 'finding')} in ${counted(changes.length, 'file')}:`,
    ...byCode(mended).map(([code, found]) => `  ${found.length} ${code}`),
    ...changes.map(({ path }) => `  in ${visible(path)}`),
    ...(diagnostics.length === 0 ? [] : [`${counted(diagnostics.length, 'finding')} left:`]),
    ...byCode(diagnostics).map(([code, found]) => `  ${found.length} ${code}: ${reason(found)}`),
  ]
  return `${lines.join('\n')}\n`
}

function byCode(diagnostics: readonly Diagnostic[]): readonly (readonly [string, readonly Diagnostic[]])[] {
  return [...Map.groupBy(diagnostics, ({ code }) => code)].sort(
    ([a, some], [b, others]) => others.length - some.length || byCodeUnit(a, b),
  )
}

function reason(found: readonly Diagnostic[]): string {
  const most = found.reduce((sofar, { fixes }) => Math.max(sofar, fixes?.length ?? 0), 0)
  if (most > 1) return 'it can be mended in several ways: choose one'
  if (found.every(({ span }) => span !== undefined && isInPackage(span.file.path)))
    return 'it is in an installed package'
  return most === 1 ? 'its mend meets another one: run it again' : 'no mend is mechanical: its help says what to do'
}
