import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'

/** A folder among the system's temporary ones, gone at the end of the block that `using` stands in. */
export class TemporaryFolder implements Disposable {
  readonly path: string = realpathSync(mkdtempSync(join(tmpdir(), 'stowage-')))

  /** Writes files, by paths relative to the folder. */
  write(files: readonly { readonly path: string; readonly text: string }[], below: string = ''): void {
    for (const { path, text } of files) {
      const target = join(this.path, below, path)
      mkdirSync(dirname(target), { recursive: true })
      writeFileSync(target, text)
    }
  }

  read(path: string): string {
    return readFileSync(join(this.path, path), 'utf8')
  }

  has(path: string): boolean {
    return existsSync(join(this.path, path))
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** Every file below a folder, hidden ones too, by path, sorted; none of `node_modules`. */
export function filesBelow(folder: string): readonly string[] {
  const entries = globSync(['**/*', '**/.*'], {
    cwd: folder,
    withFileTypes: true,
    exclude: (entry) => entry.name === 'node_modules',
  }).filter((entry) => entry.isFile())
  return [...new Set(entries.map((entry) => relative(folder, join(entry.parentPath, entry.name))))].sort()
}

export function textsBelow(folder: string): ReadonlyMap<string, string> {
  return new Map(filesBelow(folder).map((path) => [path, readFileSync(join(folder, path), 'utf8')]))
}
