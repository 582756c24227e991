import type { Findings } from '../../diagnostic/findings.ts'
import { type Palette, plainPalette } from '../../diagnostic/palette.ts'
import { summarize, summaryText } from '../../diagnostic/summary.ts'
import { visible } from '../../diagnostic/visible-text.ts'
import type { Format } from '../../report/format.ts'
import { renderers } from '../../report/renderers.ts'
import type { ReportSettings } from '../../report/settings.ts'
import { baselineNotice } from '../baseline/baseline.ts'
import type { Compilation } from '../compile.ts'
import { packageHomepage, packageVersion } from '../package-folder.ts'
import { projectFile } from '../project-file.ts'
import type { Session } from '../session.ts'
import { withoutCommands } from '../without-commands.ts'
import { codePages } from './code-pages.ts'
import type { ReportOptions } from './options.ts'
import type { ReportPlan } from './plan.ts'
import { repositoryPrefix } from './repository.ts'
import type { Verdict } from './verdict.ts'
import { writeReport } from './write.ts'

/** What a run has to tell. */
export interface Told {
  readonly compilation: Compilation
  /** All findings, in reading order: for the formats that machines read. */
  readonly findings: Findings
  /** Those of them that a person is shown with their code; absent where it is all. */
  readonly shown?: Findings
  /** For a person, below: the files that are not what they should be, one a line. */
  readonly list?: (palette: Palette) => string
}

/**
 * Prints and writes what was planned. Where no text is printed, stderr says in a line what there was, so that a log has it.
 * @throws UserError, OutputError where a report cannot be written
 */
export function tell(session: Session, told: Told, plan: ReportPlan, options: ReportOptions, verdict: Verdict): void {
  const { io } = session
  const settings = settingsFor(session, told.compilation, options, verdict)
  for (const { format, path } of plan.files) {
    const text = render(format, told, { ...settings, palette: plainPalette }, options)
    writeReport(session, { path, text }, told.compilation.files)
  }
  if (plan.printed !== undefined) {
    const text = render(plan.printed, told, settings, options)
    io.stdout.write(plan.printed === 'text' ? withoutCommands(text, io.env) : text)
  }
  if (plan.printed !== 'text') io.stderr.write(`${summaryText(summarize(told.findings))}\n`)
  if (plan.files.length > 0) io.stderr.write(`written: ${plan.files.map(({ path }) => visible(path)).join(', ')}\n`)
  if (verdict.because !== undefined) io.stderr.write(`${verdict.because}\n`)
  io.stderr.write(baselineNotice(told.compilation.baseline))
}

function render(
  format: Format,
  { findings, shown = findings, list }: Told,
  settings: ReportSettings,
  options: ReportOptions,
): string {
  if (format === 'text') return `${renderers.text(audible(shown, options), settings)}${list?.(settings.palette) ?? ''}`
  return renderers[format](audible(findings, options), settings)
}

/** What is told of: with `--quiet` errors alone. */
export function audible(findings: Findings, { quiet }: Pick<ReportOptions, 'quiet'>): Findings {
  if (quiet !== true) return findings
  return { ...findings, diagnostics: findings.diagnostics.filter(({ severity }) => severity === 'error') }
}

function settingsFor(
  session: Session,
  { custom, read }: Compilation,
  { full }: ReportOptions,
  { fails }: Verdict,
): ReportSettings {
  const homepage = packageHomepage()
  const source = read?.project.docs.source
  return {
    palette: session.out,
    full: full === true,
    fails,
    prefix: repositoryPrefix(session),
    projectFile: projectFile(session),
    pageOf: codePages(custom, homepage),
    version: packageVersion(),
    ...(source === undefined ? {} : { source }),
    ...(homepage === undefined ? {} : { homepage }),
  }
}
