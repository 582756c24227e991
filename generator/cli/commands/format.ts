import { readFileSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import { counted } from '../../base/plural.ts'
import { visible } from '../../diagnostic/visible-text.ts'
import { format } from '../../format/format.ts'
import { loadSpec } from '../../front/load.ts'
import { nodeFileSystem } from '../../output/file-system.ts'
import { rewriteFiles } from '../../output/rewrite-files.ts'
import { isInPackage } from '../../source/in-package.ts'
import type { SourceFile } from '../../source/source-file.ts'
import { diskReader } from '../disk-reader.ts'
import { clean, type ExitCode, failed, findings } from '../exit-code.ts'
import { leftAlone } from '../left-alone.ts'
import { projectFile } from '../project-file.ts'
import type { Session } from '../session.ts'
import { type Change, unifiedDiff } from '../unified-diff.ts'
import { UserError } from '../user-error.ts'
import { withoutCommands } from '../without-commands.ts'

export interface FormatOptions {
  readonly check?: boolean
}

/** How much of each file's diff `--check` shows. */
const shownLines = 16

/** Brings spec files into the canonical layout, or says which are not in it. Without names: all files of the project. */
export function formatCommand(session: Session, names: readonly string[], { check }: FormatOptions): ExitCode {
  if (names.length === 1 && names[0] === '-') return formatStdin(session, check === true)
  const all = names.length === 0 ? projectFiles(session) : names.map((name) => namedFile(session, name))
  const files = all.filter(({ path }) => !isInPackage(path))
  session.io.stderr.write(leftAlone(all.map(({ path }) => path)))
  if (all.length === 0) {
    session.io.stderr.write('no file of the spec can be read: stowage lint says why\n')
    return failed
  }
  const changes: Change[] = []
  const unread: SourceFile[] = []
  for (const file of files) {
    const after = format(file)
    if (after === undefined) unread.push(file)
    else if (after !== file.text) changes.push({ path: file.path, before: file.text, after })
  }
  for (const { path } of unread) session.io.stderr.write(`${visible(path)} is left alone: ${unreadable}\n`)
  if (check === true) tellChanges(session, changes, files.length)
  else writeChanges(session, changes, files.length - unread.length)
  return unread.length > 0 || (check === true && changes.length > 0) ? findings : clean
}

const unreadable = 'it is no sound YAML, stowage lint says why'

function tellChanges({ io, out }: Session, changes: readonly Change[], all: number): void {
  io.stdout.write(withoutCommands(changes.map((change) => unifiedDiff(change, out, shownLines)).join(''), io.env))
  io.stderr.write(
    changes.length === 0
      ? `${counted(all, 'file')}: nothing to format\n`
      : `${changes.length} of ${counted(all, 'file')} would change: stowage format\n`,
  )
}

function writeChanges({ io, folder }: Session, changes: readonly Change[], read: number): void {
  rewriteFiles(folder, changes, nodeFileSystem)
  const list = changes.map(({ path }) => `  ${visible(path)}\n`).join('')
  io.stderr.write(
    changes.length === 0
      ? `${counted(read, 'file')}: nothing to format\n`
      : `formatted ${changes.length} of ${counted(read, 'file')}:\n${list}`,
  )
}

/** For editors and hooks: the text comes in and goes out, and no file is touched. */
function formatStdin({ io }: Session, check: boolean): ExitCode {
  const text = io.stdin?.() ?? ''
  const after = format({ path: 'stdin', text })
  if (after === undefined) {
    io.stderr.write(`nothing is written: ${unreadable}\n`)
    return findings
  }
  if (check && after !== text) {
    io.stderr.write('standard input would change: stowage format -\n')
    return findings
  }
  if (check) return clean
  io.stdout.write(after)
  return clean
}

function projectFiles(session: Session): readonly SourceFile[] {
  // What is wrong with them is told by `lint`.
  return loadSpec(projectFile(session), diskReader(session.folder), () => {}).files
}

/** @throws UserError where it cannot be read */
function namedFile({ io, folder }: Session, name: string): SourceFile {
  const absolute = resolve(io.cwd, name)
  try {
    const bytes = readFileSync(absolute)
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return { path: relative(folder, absolute).split(sep).join('/'), text }
  } catch (error) {
    if (error instanceof TypeError) throw new UserError(`${JSON.stringify(name)} is not UTF-8`)
    throw new UserError(`there is no file ${JSON.stringify(name)} that can be read`)
  }
}
