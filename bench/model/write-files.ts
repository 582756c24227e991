import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { WrittenFile } from './written-file.ts'

/** Puts the files of a dialect into a folder, which is made where it is missing. */
export function writeFiles(folder: string, files: readonly WrittenFile[]): void {
  for (const { path, text } of files) {
    const target = join(folder, path)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, text)
  }
}
