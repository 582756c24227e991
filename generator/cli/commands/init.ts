import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { nodeFileSystem } from '../../output/file-system.ts'
import { replaceFiles } from '../../output/replace-files.ts'
import { clean, type ExitCode } from '../exit-code.ts'
import { type PipelineKind, planPipeline, writePipeline } from '../init/ci/write-pipeline.ts'
import { exists } from '../init/exists.ts'
import { mergePackage } from '../init/package-json.ts'
import { projectFiles } from '../init/project-files.ts'
import { specFiles } from '../init/spec-files.ts'
import { packageVersion } from '../package-folder.ts'
import { findProjectFile, usualProjectFiles } from '../project-file.ts'
import type { Session } from '../session.ts'
import { UserError } from '../user-error.ts'

export interface InitOptions {
  readonly ci?: PipelineKind
}

/** Makes a small spec, a pipeline, or both: with `ci`, a project that is there already gets what it lacks of a pipeline. */
export async function initCommand(session: Session, { ci }: InitOptions): Promise<ExitCode> {
  const isThere = ci !== undefined && findProjectFile(session) !== undefined
  const plan = ci === undefined ? undefined : planPipeline(session, ci)
  const project = isThere ? [] : makeProject(session)
  const pipeline = plan === undefined ? [] : writePipeline(session, plan)
  const next = isThere ? [] : [`next: ${nextSteps(session)}`]
  const hint = ci === undefined ? ['in continuous integration: stowage init --ci github, or gitlab'] : []
  session.io.stderr.write([...project, ...pipeline, ...next, ...hint].map((line) => `${line}\n`).join(''))
  return clean
}

/** A small spec and what it takes to generate and test; of a package.json that is there, only what is missing. */
function makeProject({ folder, err }: Session): readonly string[] {
  const inTheWay = [...usualProjectFiles, ...Object.keys(specFiles)].find((path) => exists(join(folder, path)))
  if (inTheWay !== undefined) {
    throw new UserError(
      `${inTheWay} is there already; nothing was written`,
      'stowage init is for a folder without a spec; stowage init --ci github (or gitlab) adds a pipeline to one',
    )
  }
  const packageLines = addToPackage(folder)
  const lines = Object.entries({ ...specFiles, ...projectFiles }).map(([path, text]) => {
    if (exists(join(folder, path))) return `  ${err.dim('kept   ')} ${path}`
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text, { flag: 'wx' })
    return `  ${err.green('create ')} ${path}`
  })
  return [...lines, ...packageLines]
}

function nextSteps({ folder }: Session): string {
  const installed = existsSync(join(folder, 'node_modules/vitest'))
  return installed ? 'npm run generate, then npm test' : 'npm install, then npm run generate, then npm test'
}

/** @throws UserError where there is a package.json that is none */
function addToPackage(folder: string): readonly string[] {
  const path = join(folder, 'package.json')
  const existing = exists(path) ? readFileSync(path, 'utf8') : undefined
  const merged = mergePackage(existing, packageVersion())
  if (merged === undefined) throw new UserError('package.json cannot be read as JSON; nothing was written')
  if (existing === undefined) writeFileSync(path, merged.text, { flag: 'wx' })
  else if (merged.added.length > 0) {
    replaceFiles(folder, [{ path: 'package.json', text: merged.text }], nodeFileSystem)
  }
  if (existing === undefined) return ['  create  package.json']
  return merged.added.map((what) => `  add     package.json: ${what}`)
}
