import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256 } from '../../output/hash.ts'

/** Whether files hold what they held, read and not judged by their times. */
export function haveHashes(folder: string, hashes: Readonly<Record<string, string>>): boolean {
  return Object.entries(hashes).every(([path, hash]) => sha256(readFileSync(join(folder, path))) === hash)
}
