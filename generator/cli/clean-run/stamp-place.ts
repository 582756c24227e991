import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Where the stamp of a project lies: with what else can be made again. */
export function stampPlace(folder: string): string {
  const hasPackages = existsSync(join(folder, 'node_modules'))
  return join(folder, hasPackages ? 'node_modules/.cache/stowage' : '.stowage', 'clean-run.stamp')
}

/** Whether there is a place for what can be made again. */
export function hasStampFolder(folder: string): boolean {
  return existsSync(dirname(stampPlace(folder))) || existsSync(join(folder, 'node_modules'))
}

/** A file beside the stamp that takes its place when it is whole; by its times one knows what the disk's clock says. */
export class StampDraft {
  readonly path: string
  readonly #place: string

  /** @throws where the operating system refuses */
  constructor(folder: string) {
    this.#place = stampPlace(folder)
    this.path = `${this.#place}.${process.pid}`
    const home = dirname(this.#place)
    if (!existsSync(home)) {
      mkdirSync(home, { recursive: true })
      // Where no package manager keeps git away from what can be made again.
      if (home.endsWith('.stowage')) writeFileSync(join(home, '.gitignore'), '*\n')
    }
  }

  /** The present time as the disk tells it, in nanoseconds. */
  time(): bigint {
    this.write('.')
    return statSync(this.path, { bigint: true }).mtimeNs
  }

  write(content: string | Uint8Array): void {
    writeFileSync(this.path, content)
  }

  becomeStamp(): void {
    renameSync(this.path, this.#place)
  }

  remove(): void {
    rmSync(this.path, { force: true })
  }
}
