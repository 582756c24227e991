import { rmSync } from 'node:fs'
import { join, posix } from 'node:path'
import { counted } from '../../base/plural.ts'
import { inReadingOrder } from '../../diagnostic/collector.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import type { SuppressedDiagnostic } from '../../diagnostic/suppression.ts'
import { visible } from '../../diagnostic/visible-text.ts'
import { SpecReadError, type SpecReader } from '../../front/load/spec-reader.ts'
import { applyBaseline, type BaselineEntry } from '../../front/suppress/baseline.ts'
import { baselineName, printBaseline, readBaseline } from '../../front/suppress/baseline-file.ts'
import { nodeFileSystem } from '../../output/file-system.ts'
import { replaceFiles } from '../../output/replace-files.ts'

/** The baseline of a project, as it stands to the findings of a run. */
export interface BaselineState {
  /** Relative to the project's folder. */
  readonly path: string
  readonly kept: readonly BaselineEntry[]
  readonly gone: readonly BaselineEntry[]
  /** The command that takes out of it what is gone; that for the spec's own where it is absent. */
  readonly command?: string
}

/** A baseline beside the spec's own. */
export interface OtherBaseline extends Pick<BaselineState, 'path' | 'command'> {
  /** Whether a run could have found an entry; those that it could not are kept. */
  readonly concerns: (entry: BaselineEntry) => boolean
}

interface Found {
  readonly diagnostics: readonly Diagnostic[]
  readonly suppressed: readonly SuppressedDiagnostic[]
}

/** What `--no-baseline` asks of a compilation. */
export function baselineWish({ baseline }: { readonly baseline?: boolean }): { readonly baseline: boolean } {
  return { baseline: baseline !== false }
}

/** The spec's own baseline. What rules of the project's own have found is kept where those are not run. */
export function specBaseline(projectFile: string, customRules: boolean): OtherBaseline {
  return { path: baselinePath(projectFile), concerns: ({ code }) => customRules || !code.startsWith('custom/') }
}

/** Where the baseline of a project lies: beside its project file. */
export function baselinePath(projectFile: string): string {
  return posix.join(posix.dirname(projectFile), baselineName)
}

/** Takes out of the findings what the baseline holds, where there is one; reports it where it cannot be read. */
export function withBaseline<F extends Found>(
  projectFile: string,
  reader: SpecReader,
  found: F,
  { path, command, concerns }: OtherBaseline = specBaseline(projectFile, true),
): F & { readonly baseline?: BaselineState } {
  const read = readAt(path, reader)
  if (read === undefined) return found
  if (!isEntries(read)) return { ...found, diagnostics: [...found.diagnostics, read].sort(inReadingOrder) }
  const { diagnostics, suppressed, kept, gone } = applyBaseline(found, read.filter(concerns))
  const others = read.filter((entry) => !concerns(entry))
  const baseline = { path, kept: [...kept, ...others], gone, ...(command === undefined ? {} : { command }) }
  return { ...found, diagnostics, suppressed, baseline }
}

function readAt(path: string, reader: SpecReader): ReturnType<typeof readBaseline> | undefined {
  try {
    const bytes = reader.read(path)
    return bytes === undefined ? undefined : readBaseline({ path, text: new TextDecoder().decode(bytes) })
  } catch (error) {
    if (!(error instanceof SpecReadError)) throw error
    const message = `the baseline \`${path}\` cannot be read: ${error.message}`
    return { code: 'project/bad-baseline', severity: 'error', message, help: 'check that it is a file in the project' }
  }
}

function isEntries(read: ReturnType<typeof readBaseline>): read is readonly BaselineEntry[] {
  return Array.isArray(read)
}

/** What a run says of a baseline that could be smaller; empty where it could not. */
export function baselineNotice(baseline: BaselineState | undefined): string {
  if (baseline === undefined || baseline.gone.length === 0) return ''
  const { command = 'stowage lint --write-baseline' } = baseline
  const { length } = baseline.gone
  return `${counted(length, 'finding')} of the baseline ${length === 1 ? 'is' : 'are'} gone: \`${command}\` removes ${length === 1 ? 'it' : 'them'}\n`
}

/** Writes a baseline, whole. Says what it did. */
export function writeBaselineFile(folder: string, path: string, entries: readonly BaselineEntry[]): string {
  replaceFiles(folder, [{ path, text: printBaseline(entries) }], nodeFileSystem)
  return `wrote ${counted(entries.length, 'finding')} to ${visible(path)}\n`
}

/** Takes a baseline away that holds nothing any more. Says so. */
export function removeBaseline(folder: string, path: string): string {
  rmSync(join(folder, path), { force: true })
  return `the baseline is empty: removed ${visible(path)}\n`
}
