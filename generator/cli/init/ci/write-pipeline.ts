import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { assertNever } from '../../../base/internal-error.ts'
import { findProjectFile, usualProjectFiles } from '../../project-file.ts'
import { checkout } from '../../report/repository.ts'
import type { Session } from '../../session.ts'
import { UserError } from '../../user-error.ts'
import { exists } from '../exists.ts'
import { githubPipeline } from './github.ts'
import { gitlabInclude, gitlabPipeline } from './gitlab.ts'
import { canBeNamed, type PipelineFile, type PipelineProject, type ProjectPrefix } from './pipeline.ts'

export type PipelineKind = 'github' | 'gitlab'

/** What is to be written, and where. */
export interface PipelinePlan {
  /** The root of the repository, absolute; the project's folder where there is no repository yet. */
  readonly root: string
  readonly prefix: ProjectPrefix
  readonly files: readonly PipelineFile[]
}

const lockFile = 'package-lock.json'
/** What other package managers than npm lock versions in. */
const otherLocks = ['pnpm-lock.yaml', 'yarn.lock', 'bun.lock', 'bun.lockb'] as const

/** @throws UserError where the project has a path that a pipeline cannot hold as it is */
export function planPipeline(session: Session, kind: PipelineKind): PipelinePlan {
  const { folder } = session
  const root = checkout(folder) ?? folder
  const within = relative(root, folder).split(sep).join('/')
  const prefix = within === '' ? '' : `${within}/`
  const config = findProjectFile(session)
  const isUsual = config === undefined || usualProjectFiles.some((path) => path === config)
  for (const path of [within, isUsual ? '' : config]) {
    if (canBeNamed(path)) continue
    throw new UserError(
      `${JSON.stringify(path)} has a name that a pipeline cannot hold as it is; nothing was written`,
      'docs/ci.md shows what to write by hand',
    )
  }
  // In a repository of npm workspaces there is one lock file, at its root.
  const locked = !exists(join(folder, lockFile)) && exists(join(root, lockFile)) ? '' : prefix
  const project = { prefix, lock: `${locked}${lockFile}`, ...(isUsual ? {} : { config }) }
  return { root, prefix, files: filesOf(kind, project) }
}

/** Writes what is missing and overwrites nothing; says of each file what became of it. */
export function writePipeline({ folder, err }: Session, { root, prefix, files }: PipelinePlan): readonly string[] {
  const up = root === folder ? '' : `${relative(folder, root).split(sep).join('/')}/`
  const missing = files.filter(({ path }) => !exists(join(root, path)))
  const lines = files.map((file) => {
    const { path, text } = file
    const target = join(root, path)
    if (!missing.includes(file)) {
      const lacks = path === '.gitlab-ci.yml' && !names(target, files)
      const what = lacks ? `: add \`${gitlabInclude(prefix)}\` to it` : ''
      return `  ${err.dim('kept   ')} ${up}${path}${what}`
    }
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, text, { flag: 'wx' })
    return `  ${err.green('create ')} ${up}${path}`
  })
  return missing.length > 0 ? [...lines, ...adviceFor(folder, root)] : lines
}

/** Whether a pipeline that is there already speaks of one of the others, so that nobody is told to include it twice. */
function names(target: string, files: readonly PipelineFile[]): boolean {
  if (statSync(target, { throwIfNoEntry: false })?.isFile() !== true) return false
  const text = readFileSync(target, 'utf8')
  return files.some(({ path }) => text.includes(path))
}

function adviceFor(folder: string, root: string): readonly string[] {
  const other = otherLocks.find((path) => exists(join(folder, path)) || exists(join(root, path)))
  const install =
    other === undefined
      ? []
      : [`the pipeline installs with npm ci, and this project has ${other}: change that step, as docs/ci.md shows`]
  return [...install, 'commit it with package-lock.json and what is generated']
}

function filesOf(kind: PipelineKind, project: PipelineProject): readonly PipelineFile[] {
  switch (kind) {
    case 'github':
      return githubPipeline(project)
    case 'gitlab':
      return gitlabPipeline(project)
    default:
      return assertNever(kind)
  }
}
