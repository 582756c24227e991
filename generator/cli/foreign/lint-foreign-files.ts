import { counted, inGroups } from '../../base/plural.ts'
import { Collector } from '../../diagnostic/collector.ts'
import { type ForeignFindings, lintForeign } from '../../foreign/lint-foreign.ts'
import { withBaseline } from '../baseline/baseline.ts'
import { writeBaseline } from '../baseline/write-baseline.ts'
import { type Compilation, compile, verdictOn } from '../compile.ts'
import { diskReader } from '../disk-reader.ts'
import { clean, type ExitCode, findings } from '../exit-code.ts'
import { projectFile } from '../project-file.ts'
import type { ReportOptions } from '../report/options.ts'
import { planReports, type ReportPlan } from '../report/plan.ts'
import { audible, tell } from '../report/tell.ts'
import { verdictOver } from '../report/verdict.ts'
import type { Session } from '../session.ts'
import { Stages } from '../stages.ts'
import { findFiles } from './find-files.ts'
import { foreignBaseline } from './foreign-baseline.ts'
import type { ForeignOptions } from './options.ts'
import { compileWasmQuickly } from './quick-wasm.ts'

/**
 * Checks hand-written files by the conventions of the spec. Of the spec itself only errors in the project file are told:
 * what else is wrong with it is what `lint` without these options is for.
 * @throws UserError where a name or a glob matches no file
 */
export async function lintForeignFiles(session: Session, options: ForeignOptions & ReportOptions): Promise<ExitCode> {
  const plan = planReports(options, session.folder)
  const stages = new Stages(session.io)
  const prisma = findFiles(session.folder, options.prisma ?? [], '.prisma')
  const sql = findFiles(session.folder, options.sql ?? [], '.sql')
  if (sql.length > 0) compileWasmQuickly()
  const spec = await compile(session, stages, { baseline: false })
  const { read } = spec
  const found = read === undefined ? undefined : await stages.wait('foreign', () => lintForeign({ prisma, sql }, read))
  stages.clear()
  if (read === undefined || found === undefined) return tellSpec(session, spec, plan, options)
  const all = merged(spec, found, projectFile(session))
  const other = foreignBaseline(session, options, all)
  const held = (): Compilation =>
    options.baseline === false ? all : withBaseline(projectFile(session), diskReader(session.folder), all, other)
  const before = held()
  const written = options.writeBaseline === true ? writeBaseline(session, before, other.path) : undefined
  const told = written === undefined ? before : held()
  const verdict = verdictOver(told.diagnostics, options)
  tell(session, { compilation: told, findings: told }, plan, options, verdict)
  if (plan.printed === 'text' && audible(told, options).diagnostics.length === 0) {
    session.io.stderr.write(closing(found, told))
  }
  if (written !== undefined) session.io.stderr.write(written.said)
  return written?.ok === false ? findings : verdict.code
}

/** A spec of which too little could be read to know its conventions. */
function tellSpec(session: Session, spec: Compilation, plan: ReportPlan, options: ReportOptions): ExitCode {
  const verdict = verdictOver(spec.diagnostics, options)
  tell(session, { compilation: spec, findings: spec }, plan, options, verdict)
  return verdict.code === clean ? verdictOn(spec) : verdict.code
}

/** The findings in the files, and what keeps the project file from saying what it means. */
function merged(spec: Compilation, found: ForeignFindings, project: string): Compilation {
  const collector = new Collector()
  const ofProject = spec.diagnostics.filter(({ severity, span }) => severity === 'error' && span?.file.path === project)
  for (const diagnostic of [...ofProject, ...found.diagnostics]) collector.report(diagnostic)
  return {
    ...spec,
    files: [...(ofProject.length === 0 ? [] : spec.files.filter(({ path }) => path === project)), ...found.files],
    diagnostics: collector.sorted(),
    suppressed: found.suppressed,
  }
}

/** `3 files, 12 models: no findings`. */
function closing({ files, models, tables }: ForeignFindings, { diagnostics, suppressed }: Compilation): string {
  const what = [
    counted(files.length, 'file'),
    ...(models === 0 ? [] : [counted(models, 'model')]),
    ...(tables === 0 ? [] : [counted(tables, 'table')]),
  ]
  const answered = suppressed.length === 0 ? '' : `, ${inGroups(suppressed.length)} suppressed`
  return `${what.join(', ')}: ${diagnostics.length === 0 ? 'no findings' : 'no errors'}${answered}\n`
}
