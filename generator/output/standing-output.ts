import { by } from '../base/order.ts'
import type { GeneratedFile } from '../generate.ts'
import { apply } from './apply.ts'
import { attempt } from './attempt.ts'
import type { DiskState } from './disk-state.ts'
import type { StampingFileSystem } from './file-system.ts'
import { gitAttributes } from './git-attributes.ts'
import { sha256 } from './hash.ts'
import { type LockOptions, withLock } from './lock.ts'
import { type ManifestEntry, manifestLine, manifestOf, parseManifest } from './manifest.ts'
import { foldersOf, outputLedger } from './output-path.ts'
import { effects, type Plan, type PlanOptions, plan, refusals } from './plan.ts'
import { readEntries } from './read-disk.ts'
import { type Inspection, inspect } from './update.ts'

/** What an output was when it was last brought up to date. */
interface Standing {
  /** What is wanted, by path; only what is in the scope of the run. */
  readonly wanted: ReadonlyMap<string, GeneratedFile>
  readonly entries: ReadonlyMap<string, ManifestEntry>
  /** The lines of the manifest by path, in the order of the paths. */
  readonly lines: ReadonlyMap<string, string>
  readonly manifestText: string
  /** Stamps of the manifest, of files beside it, and of all folders: whether anything came, went or was replaced. */
  readonly stamps: ReadonlyMap<string, string | undefined>
}

/**
 * An output that one process brings up to date again and again. It looks at what has to change and not at the rest, as long
 * as no file of the output came, went or was replaced in the meantime: then, and at first, it compares everything.
 *
 * No file is overwritten or deleted that somebody changed by hand: each one that has to change is looked at. One that was
 * changed in its place and has not to change is left alone, and found by the next run that compares everything.
 */
export class StandingOutput {
  readonly #root: string
  readonly #fs: StampingFileSystem
  /** Of files as they were written last: their stamp then, and the hash of their text. */
  readonly #written = new Map<string, { readonly stamp: string | undefined; readonly sha256: string }>()
  #standing: Standing | undefined

  constructor(root: string, fs: StampingFileSystem) {
    this.#root = root
    this.#fs = fs
  }

  /**
   * Brings the folder to what is wanted there, unless the plan holds a refusal: then nothing is touched.
   * @throws OutputError where another run holds the folder or the operating system refuses.
   */
  async update(files: readonly GeneratedFile[], options: PlanOptions & LockOptions): Promise<Inspection> {
    attempt('', () => this.#fs.makeFolder(this.#root))
    return await withLock(this.#root, options, () => {
      const standing = this.#standing
      const isUntouched = standing !== undefined && this.#isUntouched(standing)
      return isUntouched ? this.#change(standing, files, options) : this.#compare(files, options)
    })
  }

  /** Compares everything that is there with everything that is wanted. */
  #compare(files: readonly GeneratedFile[], options: PlanOptions): Inspection {
    this.#standing = undefined
    this.#written.clear()
    const inspection = inspect(this.#root, files, options, this.#fs)
    const { disk, plan: found } = inspection
    if (refusals(found.changes).length > 0) return inspection
    apply(this.#root, found, disk.next, this.#fs)
    this.#remember(found)
    const entries = parseManifest(found.manifest) ?? new Map<string, ManifestEntry>()
    this.#stand(inScope([gitAttributes, ...files], options), entries, linesOf(entries), found.manifest)
    return inspection
  }

  /** Changes what is wanted otherwise than before. */
  #change(standing: Standing, files: readonly GeneratedFile[], options: PlanOptions): Inspection {
    const wanted = inScope([gitAttributes, ...files], options)
    const others = [...wanted.values()].filter((file) => !isSame(file, standing.wanted.get(file.path)))
    const gone = [...standing.wanted.keys()].filter((path) => !wanted.has(path))
    const touched = [...gone, ...others.map(({ path }) => path)]
    const disk: DiskState = {
      manifest: new Map(touched.flatMap((path) => entryAt(standing.entries, path))),
      manifestText: standing.manifestText,
      entries: readEntries(this.#root, touched, this.#fs, (path) => this.#hashOf(path)),
    }
    const part = plan(others, disk, options)
    if (refusals(part.changes).length > 0) return { plan: part, disk, manifestDamaged: false }
    const changed = parseManifest(part.manifest) ?? new Map<string, ManifestEntry>()
    const { entries, lines } = merged(standing, gone, changed)
    const manifest = manifestOf([...lines.values()])
    // The old manifest stands until the new one takes its place, so the next one has only to name what changes.
    const whole: Plan = { ...part, manifest, manifestChanges: manifest !== standing.manifestText }
    this.#standing = undefined
    apply(this.#root, whole, undefined, this.#fs)
    this.#remember(whole, changed)
    this.#stand(wanted, entries, lines, manifest)
    return { plan: whole, disk, manifestDamaged: false }
  }

  #stand(
    wanted: Standing['wanted'],
    entries: Standing['entries'],
    lines: Standing['lines'],
    manifestText: string,
  ): void {
    const watched = new Set([outputLedger.manifest, outputLedger.next])
    for (const path of entries.keys()) {
      const folders = foldersOf(path)
      if (folders.length === 0) watched.add(path)
      for (const folder of folders) watched.add(folder)
    }
    const stamps = new Map([...watched].map((path) => [path, this.#stampOf(path)] as const))
    this.#standing = { wanted, entries, lines, manifestText, stamps }
  }

  #isUntouched({ stamps }: Standing): boolean {
    return [...stamps].every(([path, stamp]) => this.#stampOf(path) === stamp)
  }

  #stampOf(path: string): string | undefined {
    return attempt(path, () => this.#fs.stampOf(`${this.#root}/${path}`), 'read')
  }

  #remember({ changes }: Plan, entries: ReadonlyMap<string, ManifestEntry> = new Map()): void {
    for (const { kind, path } of effects(changes)) {
      const entry = entries.get(path)
      if (kind === 'delete' || entry === undefined) this.#written.delete(path)
      else this.#written.set(path, { stamp: this.#stampOf(path), sha256: entry.sha256 })
    }
  }

  #hashOf(path: string): string {
    const written = this.#written.get(path)
    const isSame = written?.stamp !== undefined && written.stamp === this.#stampOf(path)
    return isSame ? written.sha256 : sha256(this.#fs.read(`${this.#root}/${path}`))
  }
}

function inScope(files: readonly GeneratedFile[], { only }: PlanOptions): ReadonlyMap<string, GeneratedFile> {
  const inside = only === undefined ? files : files.filter(({ emitter }) => only.has(emitter))
  return new Map(inside.map((file) => [file.path, file]))
}

function isSame(file: GeneratedFile, before: GeneratedFile | undefined): boolean {
  if (file === before) return true
  if (before === undefined || file.text !== before.text || file.emitter !== before.emitter) return false
  const { sources } = before
  return file.sources.length === sources.length && file.sources.every((name, at) => name === sources[at])
}

function entryAt(
  entries: ReadonlyMap<string, ManifestEntry>,
  path: string,
): readonly (readonly [string, ManifestEntry])[] {
  const entry = entries.get(path)
  return entry === undefined ? [] : [[path, entry]]
}

/** The manifest with what changed in it. Its order is made anew only where a path is new. */
function merged(
  { entries, lines }: Standing,
  gone: readonly string[],
  changed: ReadonlyMap<string, ManifestEntry>,
): Pick<Standing, 'entries' | 'lines'> {
  if (gone.length === 0 && [...changed.keys()].every((path) => entries.has(path))) {
    const nextLines = new Map(lines)
    for (const [path, entry] of changed) nextLines.set(path, manifestLine(entry))
    return { entries: new Map([...entries, ...changed]), lines: nextLines }
  }
  const next = new Map([...entries, ...changed])
  for (const path of gone) next.delete(path)
  return { entries: next, lines: linesOf(next) }
}

function linesOf(entries: ReadonlyMap<string, ManifestEntry>): ReadonlyMap<string, string> {
  const sorted = [...entries.values()].sort(by(({ path }) => path))
  return new Map(sorted.map((entry) => [entry.path, manifestLine(entry)]))
}
