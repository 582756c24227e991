import { sameItems } from '../base/same-items.ts'
import type { GeneratedFile } from '../generate.ts'
import { attempt } from './attempt.ts'
import type { DiskState } from './disk-state.ts'
import type { FileSystem } from './file-system.ts'
import { gitAttributes } from './git-attributes.ts'
import { sha256 } from './hash.ts'
import { type LockOptions, withLock } from './lock.ts'
import { manifestEntry } from './manifest.ts'
import { foldersOf, outputLedger } from './output-path.ts'
import { effects, type Plan, type PlanOptions, plan, refusals } from './plan.ts'
import { DiskLook } from './read-disk.ts'
import { stageAndApply } from './stage-and-apply.ts'
import { StandingManifest } from './standing-manifest.ts'
import { type Inspection, updateHeld } from './update.ts'

/** What an output was when it was last brought up to date. */
interface Standing {
  /** What is wanted, in the order in which it was made; only what is in the scope of the run. */
  readonly wanted: readonly GeneratedFile[]
  readonly manifest: StandingManifest
  /** Stamps of the manifest, of files beside it, and of all folders: whether anything came, went or was replaced. */
  readonly stamps: Map<string, string | undefined>
}

/** What is wanted otherwise than before. */
interface Difference {
  readonly others: readonly GeneratedFile[]
  readonly gone: readonly string[]
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
  readonly #fs: FileSystem
  /** Of files as they were written last: their stamp then, and the hash of their text. */
  readonly #written = new Map<string, { readonly stamp: string | undefined; readonly sha256: string }>()
  #standing: Standing | undefined

  constructor(root: string, fs: FileSystem) {
    this.#root = root
    this.#fs = fs
  }

  /**
   * Brings the folder to what is wanted there, unless the plan holds a refusal: then nothing is touched.
   * @param files in any order, which is best the same each time
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
    const inspection = updateHeld(this.#root, files, options, this.#fs)
    const { plan: found } = inspection
    if (refusals(found.changes).length > 0) return inspection
    const manifest = new StandingManifest(found.entries)
    const watched = new Set([
      outputLedger.manifest,
      outputLedger.next,
      ...found.entries.flatMap(({ path }) => guards(path)),
    ])
    const stamps = new Map([...watched].map((path) => [path, this.#stampOf(path)] as const))
    this.#standing = { wanted: inScope(files, options), manifest, stamps }
    return inspection
  }

  /** Changes what is wanted otherwise than before. */
  #change(standing: Standing, files: readonly GeneratedFile[], options: PlanOptions): Inspection {
    const wanted = inScope(files, options)
    const { gone, others } = differenceOf(standing.wanted, wanted)
    const touched = [...gone, ...others.map(({ path }) => path)]
    const place = new DiskLook(this.#root, this.#fs, (path) => this.#hashOf(path))
    const disk: DiskState = {
      manifest: standing.manifest.select(touched),
      entries: new Map(touched.map((path) => [path, place.at(path)])),
    }
    const part = plan(others.map(manifestEntry), disk, options)
    if (refusals(part.changes).length > 0) return { plan: part, disk, manifestDamaged: false }
    this.#standing = undefined
    // The old manifest stands until the new one takes its place, so the next one has only to name what changes.
    const manifestChanges = standing.manifest.change(part.entries, gone)
    const whole: Plan = { ...part, manifest: manifestChanges ? standing.manifest.text : '', manifestChanges }
    const texts = new Map(others.map((file) => [file.path, file]))
    stageAndApply(this.#root, whole, texts, this.#fs)
    this.#remember(whole)
    for (const path of [outputLedger.manifest, ...effects(whole.changes).flatMap(({ path }) => guards(path))]) {
      standing.stamps.set(path, this.#stampOf(path))
    }
    this.#standing = { ...standing, wanted }
    return { plan: whole, disk, manifestDamaged: false }
  }

  #isUntouched({ stamps }: Standing): boolean {
    for (const [path, stamp] of stamps) if (this.#stampOf(path) !== stamp) return false
    return true
  }

  #stampOf(path: string): string | undefined {
    return attempt(path, () => this.#fs.stampOf(`${this.#root}/${path}`), 'read')
  }

  #remember({ changes, entries }: Plan): void {
    const hashes = new Map(entries.map(({ path, sha256: hash }) => [path, hash]))
    for (const { kind, path } of effects(changes)) {
      const hash = hashes.get(path)
      if (kind === 'delete' || hash === undefined) this.#written.delete(path)
      else this.#written.set(path, { stamp: this.#stampOf(path), sha256: hash })
    }
  }

  #hashOf(path: string): string {
    const written = this.#written.get(path)
    const isSame = written?.stamp !== undefined && written.stamp === this.#stampOf(path)
    return isSame ? written.sha256 : sha256(this.#fs.read(`${this.#root}/${path}`))
  }
}

/** By what one sees that a file came, went or was replaced: the folders above it, or itself where there is none. */
function guards(path: string): readonly string[] {
  const folders = foldersOf(path)
  return folders.length === 0 ? [path] : folders
}

function inScope(files: readonly GeneratedFile[], { only }: PlanOptions): readonly GeneratedFile[] {
  const all = [gitAttributes, ...files]
  return only === undefined ? all : all.filter(({ emitter }) => only.has(emitter))
}

/** Nothing is looked up as long as the same files come in the same order. */
function differenceOf(before: readonly GeneratedFile[], now: readonly GeneratedFile[]): Difference {
  const isAligned = before.length === now.length && now.every(({ path }, at) => path === before[at]?.path)
  if (isAligned) return { others: now.filter((file, at) => !isSame(file, before[at])), gone: [] }
  const old = new Map(before.map((file) => [file.path, file]))
  const others = now.filter((file) => !isSame(file, old.get(file.path)))
  for (const { path } of now) old.delete(path)
  return { others, gone: [...old.keys()] }
}

function isSame(file: GeneratedFile, before: GeneratedFile | undefined): boolean {
  if (file === before) return true
  if (before === undefined || file.text !== before.text || file.emitter !== before.emitter) return false
  return sameItems(file.sources, before.sources)
}
