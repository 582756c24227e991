import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { sameItems } from '../../base/same-items.ts'
import { diskReader } from '../disk-reader.ts'
import { makerIn } from '../drawing/maker.ts'
import { projectFile } from '../project-file.ts'
import type { Session } from '../session.ts'
import { haveHashes } from './file-hashes.ts'
import { areAsStamped } from './file-stamps.ts'
import { answersTheSame } from './spec-answers.ts'
import { decodeStamp, type Stamp } from './stamp-format.ts'
import { stampPlace } from './stamp-place.ts'
import { toolFingerprint } from './tool.ts'

/** What a run has to say that finds everything as the last clean run left it. */
export type CleanRun = Pick<Stamp, 'spec' | 'files'>

/** Changes with the form and the meaning of a stamp. */
const version = 1

/**
 * The last clean run of a project, where a run now would find the same and do nothing: the tool, what the spec's files say, and
 * the files of the output are what they were. Nothing is parsed for it. Where the stamp is absent, damaged, or not true
 * any more, there is nothing to go by: then there has to be a run.
 */
export async function lastCleanRun(session: Session, scope: Stamp['scope']): Promise<CleanRun | undefined> {
  try {
    const stamp = decodeStamp(readFileSync(stampPlace(session.folder)))
    if (stamp === undefined || !holds(stamp, session, scope)) return undefined
    if (Object.keys(stamp.unsettled).length > 0) {
      const { settle } = await import('./settle.ts')
      settle(session.folder, stamp)
    }
    return stamp
  } catch {
    // Whatever is amiss, a run says it in words.
    return undefined
  }
}

function holds(stamp: Stamp, session: Session, scope: Stamp['scope']): boolean {
  const { folder } = session
  const { answers, key, maker, migrations, stamps, unsettled } = stamp
  return (
    (stamp.scope === 'all' || stamp.scope === scope) &&
    key === keyOf(session) &&
    areAsStamped(folder, stamps) &&
    haveHashes(folder, unsettled) &&
    answersTheSame(diskReader(folder), answers) &&
    sameItems(foldersIn(join(folder, migrations.path)), migrations.names) &&
    (maker === undefined || maker === (makerIn(folder) ?? null))
  )
}

/** What ran, and where: a stamp of another one says nothing. @throws UserError where there is no project file */
export function keyOf(session: Session): string {
  return JSON.stringify([version, toolFingerprint(), realpathSync(session.folder), projectFile(session)])
}

/** The folders in a folder, sorted; none where there is no such folder. */
export function foldersIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  const entries = readdirSync(folder, { withFileTypes: true })
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).toSorted()
}
