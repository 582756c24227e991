import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SourceFile } from '../../generator/source/source-file.ts'
import { type Snapshot, Workspace } from '../../generator/workspace/workspace.ts'
import { memoryReader } from '../support/memory-reader.ts'

/** What an editor's server knows of files, of which `stowage.yaml` is the project file; and what it can try on them. */
export interface Known {
  readonly snapshot: Snapshot
  readonly suppose: Workspace['suppose']
}

export function knownOf(files: readonly SourceFile[]): Known {
  const bytes = new Map(files.map(({ path, text }) => [path, new TextEncoder().encode(text)]))
  const workspace = new Workspace(memoryReader(bytes))
  const snapshot = workspace.analyze('stowage.yaml')
  return { snapshot, suppose: (supposed, found) => workspace.suppose(supposed, found) }
}

/** The same of every YAML file below a folder. */
export function knownOfFolder(folder: string): Known {
  const paths = globSync('**/*.{yaml,yml}', { cwd: folder })
  return knownOf(paths.map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') })))
}
