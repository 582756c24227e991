import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { lockPath } from '../../output/output-path.ts'
import type { CopiedFile, StagedFile } from '../../site/page.ts'

/** What Astro puts there, and the lock of the run that works there. */
const kept: ReadonlySet<string> = new Set(['node_modules', '.astro', 'out', lockPath])

/** What stands in a folder of the site. */
export interface StagingInput {
  readonly files: readonly StagedFile[]
  /** From absolute paths. */
  readonly copies: readonly CopiedFile[]
}

/**
 * Brings the folder of the site up to date. Only what differs is written, so that the next build has little to do and a
 * server that watches sees what changed and nothing else.
 */
export function updateStaging(staging: string, { copies, files }: StagingInput): void {
  const wanted = new Set<string>([...files.map(({ path }) => path), ...copies.map(({ to }) => to)])
  mkdirSync(staging, { recursive: true })
  removeOthers(staging, '', wanted)
  for (const { path, text } of files) writeChanged(join(staging, path), Buffer.from(text))
  for (const { from, to } of copies) copyChanged(from, join(staging, to))
}

function removeOthers(staging: string, below: string, wanted: ReadonlySet<string>): void {
  for (const entry of readdirSync(join(staging, below), { withFileTypes: true })) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    // A link is none of ours, and what is written through it would land elsewhere.
    if (entry.isSymbolicLink()) {
      rmSync(join(staging, path))
      continue
    }
    if (below === '' && kept.has(entry.name)) continue
    if (entry.isDirectory()) removeOthers(staging, path, wanted)
    else if (!wanted.has(path)) rmSync(join(staging, path))
  }
}

function writeChanged(path: string, bytes: Uint8Array): void {
  const before = statSync(path, { throwIfNoEntry: false })
  if (before?.isFile() === true && before.size === bytes.byteLength && readFileSync(path).equals(bytes)) return
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, bytes)
}

function copyChanged(from: string, to: string): void {
  const source = statSync(from)
  const target = statSync(to, { throwIfNoEntry: false })
  if (target?.isFile() === true && target.size === source.size && readFileSync(to).equals(readFileSync(from))) return
  mkdirSync(dirname(to), { recursive: true })
  copyFileSync(from, to)
}
