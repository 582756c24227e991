import type { Report } from '../diagnostic/diagnostic.ts'
import type { SourceFile } from '../source/source-file.ts'
import { expandInclude, includesOf, nearby } from './load/include.ts'
import type { Include } from './load/include-line.ts'
import {
  cyclicInclude,
  missingFile,
  missingInclude,
  outsideInclude,
  tooManyFiles,
  unreadableFile,
} from './load/include-reports.ts'
import { type OpenedFile, openFile } from './load/open-file.ts'
import { sharedRulesOf } from './load/shared-rules.ts'
import { SpecReadError, type SpecReader } from './load/spec-reader.ts'
import type { SpecDocument } from './node.ts'
import { limits } from './parse/limits.ts'

/** The files of a spec, each read and parsed once. */
export interface LoadedSpec {
  /** The project file first, then what it includes in the order of its `include`, each file before those it includes. */
  readonly files: readonly SourceFile[]
  /** What each file holds; nothing where no mapping could be had, which is reported. */
  readonly parsed: ReadonlyMap<SourceFile, SpecDocument | undefined>
}

/** A file whose includes are being followed. */
interface Open {
  readonly path: string
  readonly pending: { readonly path: string; readonly include: Include }[]
}

/**
 * Reads the project file, whatever it includes and the files of rules that it extends, directly or not. Does no IO of its own.
 * `projectPath` is posix and relative to the project's folder, as all paths are.
 * @param openBytes may answer from what it knows of the same bytes under the same path
 */
export function loadSpec(
  projectPath: string,
  reader: SpecReader,
  report: Report,
  openBytes: (path: string, bytes: Uint8Array) => OpenedFile = openFile,
): LoadedSpec {
  const parsed = new Map<SourceFile, SpecDocument | undefined>()
  const loaded = new Set<string>()
  const open: Open[] = []
  const cyclic = new Set<Include>()

  const enter = (path: string, include?: Include): void => {
    loaded.add(path)
    const bytes = readOrReport(path, reader, report, include)
    if (bytes === undefined) return
    const { document, found, source } = openBytes(path, bytes)
    for (const diagnostic of found) report(diagnostic)
    parsed.set(source, document)
    const includes = document === undefined ? [] : [...includesOf(document), ...sharedRulesOf(document)]
    const pending = includes.flatMap((each) =>
      expandInclude(each, path, reader, report).map((match) => ({ path: match, include: each })),
    )
    open.push({ path, pending: pending.reverse() })
  }

  enter(projectPath)
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const next = top.pending.pop()
    if (next === undefined) open.pop()
    else if (!loaded.has(next.path)) {
      if (loaded.size >= limits.files) {
        report(tooManyFiles(next.include))
        break
      }
      enter(next.path, next.include)
    } else if (!cyclic.has(next.include)) {
      // Once for each line: a glob in every file of a folder closes a ring for each pair of them.
      const from = open.findIndex(({ path }) => path === next.path)
      if (from === -1) continue
      cyclic.add(next.include)
      const ring = open.slice(from).map(({ path }) => path)
      report(cyclicInclude(next.include, ring))
    }
  }
  return { files: [...parsed.keys()], parsed }
}

function readOrReport(path: string, reader: SpecReader, report: Report, include?: Include): Uint8Array | undefined {
  try {
    const bytes = reader.read(path)
    if (bytes !== undefined) return bytes
    report(include === undefined ? missingFile(path) : missingInclude(include, path, nearby(reader)))
    return undefined
  } catch (error) {
    if (!(error instanceof SpecReadError)) throw error
    report(
      error.reason === 'outside' && include !== undefined
        ? outsideInclude(include)
        : unreadableFile(path, error, include),
    )
    return undefined
  }
}
