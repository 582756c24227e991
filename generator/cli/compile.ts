import { Collector } from '../diagnostic/collector.ts'
import type { Report } from '../diagnostic/diagnostic.ts'
import type { Findings } from '../diagnostic/findings.ts'
import type { SpecReader } from '../front/load/spec-reader.ts'
import { ruleFilesOf } from '../front/rule-files.ts'
import type { Model } from '../model/model.ts'
import { docLinksOf } from '../site/doc-links.ts'
import type { SourceFile } from '../source/source-file.ts'
import { Workspace } from '../workspace/workspace.ts'
import { type BaselineState, specBaseline, withBaseline } from './baseline/baseline.ts'
import type { LoadedRule } from './custom-rules/load.ts'
import { diskReader } from './disk-reader.ts'
import { clean, type ExitCode, failed, findings } from './exit-code.ts'
import { projectFile } from './project-file.ts'
import type { Session } from './session.ts'
import type { Stages } from './stages.ts'

/** A spec that was read from disk. `files` are the project file and all that it includes. */
export interface Compilation extends Findings {
  /** Absent where there is an error: nothing may be made from it. */
  readonly model?: Model
  /** As far as it could be read, errors or not. */
  readonly read?: Model
  /** The rules of the project's own that could be loaded. */
  readonly custom: readonly LoadedRule[]
  /** Where the project has one and it was asked about. */
  readonly baseline?: BaselineState
}

/** What a command says that does nothing where the spec is unsound. */
export function verdictOn({ files, model }: Compilation): ExitCode {
  if (model !== undefined) return clean
  return files.length === 0 ? failed : findings
}

export interface CompileOptions {
  /** Where the files are read; the disk where nothing else is said. */
  readonly reader?: SpecReader
  /** One that has seen the spec before does only what is new; it reads as it was told to. */
  readonly workspace?: Workspace
  /** Gets the files as soon as they are read, before anything is known of what is in them. */
  readonly onRead?: (files: readonly SourceFile[]) => void
  /** Whether findings that the project's baseline holds are suppressed: they are unless this is `false`. */
  readonly baseline?: boolean
}

/**
 * Reads and analyses the project's spec.
 * @throws UserError where there is no project file
 */
export async function compile(
  session: Session,
  stages: Stages,
  {
    reader = diskReader(session.folder),
    workspace = new Workspace(reader, false),
    baseline: asked = true,
    onRead,
  }: CompileOptions = {},
): Promise<Compilation> {
  const path = projectFile(session)
  const loaded = stages.run('read', () => workspace.load(path))
  const { files, parsed } = loaded
  onRead?.(files)
  const collector = new Collector()
  for (const diagnostic of loaded.found) collector.report(diagnostic)
  const custom = await customRules(session, parsed, collector.report, stages)
  const analysis = stages.run('check', () => workspace.analyzeLoaded({ ...loaded, found: collector.sorted() }, custom))
  const { model } = analysis
  const { diagnostics, suppressed, baseline } = asked
    ? withBaseline(path, reader, analysis, specBaseline(path, session.customRules))
    : { ...analysis, baseline: undefined }
  const links = model === undefined ? undefined : docLinksOf(model, parsed)
  const isSound = diagnostics.every(({ severity }) => severity !== 'error')
  return {
    files,
    diagnostics,
    suppressed,
    custom,
    ...(baseline === undefined ? {} : { baseline }),
    ...(model === undefined ? {} : { read: model }),
    ...(model === undefined || !isSound ? {} : { model }),
    ...(links === undefined ? {} : { links }),
  }
}

/** Loads what it takes to do so only where a project has rules of its own. */
async function customRules(
  session: Session,
  parsed: Parameters<typeof ruleFilesOf>[0],
  report: Report,
  stages: Stages,
): Promise<readonly LoadedRule[]> {
  const patterns = session.customRules ? ruleFilesOf(parsed) : []
  if (patterns.length === 0) return []
  const { loadCustomRules } = await import('./custom-rules/load.ts')
  return await stages.wait('load rules', () => loadCustomRules(session.folder, patterns, report))
}
