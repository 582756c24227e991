import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { WrittenFile } from '../model/written-file.ts'

/** A folder that one command works in: what it reads, and whatever it leaves behind. */
export class InputFolder {
  readonly path: string
  readonly #files: readonly WrittenFile[]
  /** The inputs, and the folders above them. */
  readonly #kept = new Set<string>()
  #movedAway = 0

  /** @param packages a `node_modules` that is linked into the folder, for tools that look for their packages there */
  constructor(path: string, files: readonly WrittenFile[], packages?: string) {
    this.path = path
    this.#files = files
    for (const { path: file } of files) for (let at = file; at !== '.'; at = dirname(at)) this.#kept.add(at)
    mkdirSync(path, { recursive: true })
    this.clean()
    if (packages === undefined) return
    symlinkSync(packages, join(path, 'node_modules'))
    this.#kept.add('node_modules')
  }

  /**
   * Leaves the inputs alone in the folder, with the text that they had: output, caches and everything else is moved away. It is
   * not deleted, since ext4 searches past every file that was deleted within the last minute when it makes another one.
   */
  clean(): void {
    this.#cleanFolder('.')
    for (const { path, text } of this.#files) {
      const target = join(this.path, path)
      if (textOf(target) === text) continue
      mkdirSync(dirname(target), { recursive: true })
      writeFileSync(target, text)
    }
  }

  #cleanFolder(folder: string): void {
    for (const entry of readdirSync(join(this.path, folder), { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (!this.#kept.has(path)) this.moveAway(path)
      else if (entry.isDirectory()) this.#cleanFolder(path)
    }
  }

  /** Puts what is at a path, where there is anything, beside the folder. */
  moveAway(path: string): void {
    if (!existsSync(join(this.path, path))) return
    const old = `${this.path}.old`
    mkdirSync(old, { recursive: true })
    this.#movedAway += 1
    renameSync(join(this.path, path), join(old, `${this.#movedAway}`))
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
