import { coverageReport, inOrderOfFiles, reaches } from '../../coverage/coverage-report.ts'
import { renderText } from '../../report/text.ts'
import { compile, verdictOn } from '../compile.ts'
import { coverageJson } from '../coverage-json.ts'
import { renderCoverage } from '../coverage-text.ts'
import { clean, type ExitCode, findings } from '../exit-code.ts'
import type { Session } from '../session.ts'
import { Stages } from '../stages.ts'

export interface CoverageOptions {
  /** The least share that is enough, in percent; absent where any is. */
  readonly min?: number
  readonly format: 'text' | 'json'
}

/** What share of the spec is told in words; a pipeline asks with `--min` whether it is enough. */
export async function coverageCommand(session: Session, { min, format }: CoverageOptions): Promise<ExitCode> {
  const { io } = session
  const compilation = await compile(session, new Stages(io))
  const { model } = compilation
  if (model === undefined) {
    io.stderr.write(renderText(compilation, session.err))
    return verdictOn(compilation)
  }
  const report = inOrderOfFiles(coverageReport(model))
  const enough = min === undefined || reaches(report.all, min)
  io.stdout.write(format === 'json' ? coverageJson(report, min) : renderCoverage(report, min, session.out))
  return enough ? clean : findings
}
