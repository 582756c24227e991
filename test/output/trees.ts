import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach } from 'vitest'
import type { GeneratedFile } from '../../generator/generate.ts'

const made: string[] = []

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A folder of its own for a test, removed after it, with the given files. */
export function folderWith(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'stowage-'))
  made.push(folder)
  for (const [path, text] of Object.entries(files)) write(folder, path, text)
  return folder
}

export function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

export function read(folder: string, path: string): string | undefined {
  return existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : undefined
}

/** Every file of a folder, hidden ones too, with its text, by path. */
export function textsIn(folder: string): Readonly<Record<string, string>> {
  const entries = globSync(['**/*', '**/.*'], { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = entries.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  return Object.fromEntries([...new Set(paths)].sort().map((path) => [path, readFileSync(join(folder, path), 'utf8')]))
}

export function output(path: string, text: string, emitter: string = 'one'): GeneratedFile {
  return { path, text, sources: [], emitter }
}
