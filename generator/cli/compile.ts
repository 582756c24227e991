import { analyze } from '../analyze.ts'
import { Collector } from '../diagnostic/collector.ts'
import type { Findings } from '../diagnostic/findings.ts'
import { loadSpec } from '../front/load.ts'
import type { Model } from '../model/model.ts'
import { docLinksOf } from '../site/doc-links.ts'
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
}

/** What a command says that does nothing where the spec is unsound. */
export function verdictOn({ files, model }: Compilation): ExitCode {
  if (model !== undefined) return clean
  return files.length === 0 ? failed : findings
}

/**
 * Reads and analyses the project's spec.
 * @throws UserError where there is no project file
 */
export async function compile(session: Session, stages: Stages): Promise<Compilation> {
  const path = projectFile(session)
  const collector = new Collector()
  const { files, parsed } = stages.run('read', () => loadSpec(path, diskReader(session.folder), collector.report))
  const { model, diagnostics, suppressed } = stages.run('check', () => analyze(files, parsed, collector.sorted()))
  const links = model === undefined ? undefined : docLinksOf(model, parsed)
  const isSound = diagnostics.every(({ severity }) => severity !== 'error')
  return {
    files,
    diagnostics,
    suppressed,
    ...(model === undefined ? {} : { read: model }),
    ...(model === undefined || !isSound ? {} : { model }),
    ...(links === undefined ? {} : { links }),
  }
}
