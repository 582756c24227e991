import { readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { sha256 } from '../../output/hash.ts'
import { parseManifest } from '../../output/manifest.ts'
import { drawingLedger, foldersOf, lockPath, outputLedger } from '../../output/output-path.ts'
import { outputRoot } from '../../output/output-root.ts'
import { effects } from '../../output/plan.ts'
import type { Inspection } from '../../output/update.ts'
import type { Compilation } from '../compile.ts'
import { makerIn } from '../drawing/maker.ts'
import { migrationsBelow } from '../migrations/folder.ts'
import { specText } from '../run-summary.ts'
import type { Session } from '../session.ts'
import { foldersIn, keyOf } from './clean-run.ts'
import { type FileStamps, stampsOf, stampsWhere, type Times } from './file-stamps.ts'
import type { SpecAnswer } from './spec-answers.ts'
import type { Stamp } from './stamp-format.ts'

/** How a run ended after which nothing is left to be done, and said nothing of drawings or migrations. */
export interface Ended {
  readonly compilation: Compilation
  readonly inspection: Inspection
  /** Whether the run has looked at migrations. */
  readonly checked: boolean
}

/** What a run read, and when, in nanoseconds as the disk tells them. */
export interface Followed {
  readonly answers: readonly SpecAnswer[]
  readonly begun: bigint
  readonly ended: bigint
}

/** The stamp of a run; nothing where it was not wholly clean, or where it cannot be vouched for. */
export function stampOfRun(session: Session, ended: Ended, followed: Followed): Stamp | undefined {
  const { diagnostics, model, baseline } = ended.compilation
  const isClean = diagnostics.length === 0 && (baseline?.gone.length ?? 0) === 0
  if (model === undefined || !isClean || model.project.rules.files.length > 0) return undefined
  const { folder } = session
  const { drawings, root } = model.project.output
  const below = relative(folder, outputRoot(folder, root)).split(sep).join('/')
  const at = (path: string): string => (below === '' ? path : `${below}/${path}`)

  const drawn = drawnFiles(join(folder, at('diagrams')), drawings)
  if (drawn === undefined) return undefined
  const migrations = { path: at(migrationsBelow), names: foldersIn(join(folder, at(migrationsBelow))) }
  const migrationFiles = (ended.checked ? migrations.names : []).flatMap((name) =>
    ['migration.sql', 'model.lock.json'].map((file) => `${migrations.path}/${name}/${file}`),
  )
  const { entries, manifest } = ended.inspection.plan
  const hashes = new Map(entries.map(({ path, sha256: hash }) => [at(path), hash]))
  hashes.set(at(outputLedger.manifest), sha256(manifest))
  const absent = [at(outputLedger.next), at(lockPath)]
  const files = [...hashes.keys(), ...drawn.map((path) => at(`diagrams/${path}`)), ...absent]
  const folders = [...new Set(files.flatMap(foldersOf))].map((path) => `${path}/`)
  const stamps = stampsOf(folder, [...folders, ...files, ...migrationFiles])
  if (stamps === undefined || !areAbsent(stamps, new Set(absent))) return undefined

  const unsettled = unsettledIn(stamps, ended.inspection, at, followed)
  if (!unsettled.every((path) => hashes.has(path))) return undefined
  return {
    key: keyOf(session),
    scope: ended.checked || migrations.names.length === 0 ? 'all' : 'generate',
    answers: followed.answers,
    migrations,
    ...(drawings ? { maker: makerIn(folder) ?? null } : {}),
    stamps,
    unsettled: Object.fromEntries(unsettled.map((path) => [path, hashes.get(path) ?? ''])),
    spec: specText(model),
    files: entries.length,
  }
}

/** What decides about drawings; nothing where one command would speak of them and another would not. */
function drawnFiles(folder: string, wanted: boolean): readonly string[] | undefined {
  const { manifest, next } = drawingLedger
  const record = textAt(join(folder, manifest))
  if (record === undefined) return [manifest, next]
  const drawn = wanted ? parseManifest(record) : undefined
  return drawn === undefined ? undefined : [manifest, next, ...drawn.keys()]
}

function textAt(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function areAbsent(stamps: FileStamps, paths: ReadonlySet<string>): boolean {
  return stampsWhere(stamps, (path) => paths.has(path)).values.every((number) => number === 0n)
}

/**
 * The files whose stamps alone do not vouch for what the run has seen in them. A file that the run wrote was as it should be
 * when the first one went to its place; any other was when the run began. Clocks of disks stand still for some milliseconds,
 * so that a change which is to come in this instant would not show either.
 */
function unsettledIn(
  stamps: FileStamps,
  { plan, placing = 0n }: Inspection,
  at: (path: string) => string,
  { begun, ended }: Followed,
): readonly string[] {
  const written = new Set(effects(plan.changes).map(({ path }) => at(path)))
  if (plan.manifestChanges) written.add(at(outputLedger.manifest))
  const isYoung = (path: string, { anything, content }: Times): boolean =>
    content >= ended ||
    anything >= ended ||
    (written.has(path) ? content >= placing : content >= begun || anything >= begun)
  return stampsWhere(stamps, isYoung).paths
}
