import { analyze } from '../../analyze.ts'
import { counted } from '../../base/plural.ts'
import { applyFixes } from '../../diagnostic/apply-fixes.ts'
import { renderJson } from '../../diagnostic/render-json.ts'
import { renderText } from '../../diagnostic/render-text.ts'
import { visible } from '../../diagnostic/visible-text.ts'
import { nodeFileSystem } from '../../output/file-system.ts'
import { replaceFiles } from '../../output/replace-files.ts'
import type { SourceFile } from '../../source/source-file.ts'
import { type Compilation, compile, verdictOn } from '../compile.ts'
import type { ExitCode } from '../exit-code.ts'
import { specText } from '../run-summary.ts'
import type { Session } from '../session.ts'
import { Stages } from '../stages.ts'

export interface LintOptions {
  readonly format: 'text' | 'json'
  readonly fix?: boolean
}

/** Fixes can bring up new findings with fixes of their own; this many rounds, then a person looks. */
const mostRounds = 10

export async function lintCommand(session: Session, { format, fix }: LintOptions): Promise<ExitCode> {
  const { io } = session
  const stages = new Stages(io)
  let compilation = await compile(session, stages)
  if (fix === true && mend(session, compilation)) compilation = await compile(session, stages)
  stages.clear()
  const { diagnostics, files, links, model } = compilation
  const text =
    format === 'json'
      ? renderJson(diagnostics, files.length, links)
      : renderText(diagnostics, files.length, session.out, links)
  io.stdout.write(text)
  if (format === 'text' && diagnostics.length === 0 && model !== undefined) {
    io.stderr.write(`${specText(model)}: no findings\n`)
  }
  return verdictOn(compilation)
}

/** Applies fixes until there is none left to apply, then writes the files that changed, each of them whole. */
function mend({ io, folder }: Session, { files: before, diagnostics: found }: Compilation): boolean {
  const changed = new Map<string, SourceFile>()
  let files = before
  let diagnostics = found
  let mended = 0
  for (let round = 0; round < mostRounds; round += 1) {
    const result = applyFixes(files, diagnostics)
    if (result.files.length === 0) break
    for (const file of result.files) changed.set(file.path, file)
    mended += result.applied.length
    files = files.map((file) => changed.get(file.path) ?? file)
    diagnostics = analyze(files).diagnostics
  }
  if (changed.size === 0) return false
  replaceFiles(folder, [...changed.values()], nodeFileSystem)
  const list = [...changed.keys()].map((path) => `  ${visible(path)}\n`).join('')
  io.stderr.write(`mended ${counted(mended, 'finding')} in ${counted(changed.size, 'file')}:\n${list}`)
  return true
}
