import { globSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'

const imports = /\b(?:from|import\()\s*['"](\.[^'"]+)\.ts['"]/g

/** Removes the declarations of a build that none of its public entries leads to: nobody can import what they describe. */
export function keepDeclarations(folder: string, entries: readonly string[]): void {
  const kept = new Set(entries.map((entry) => join(folder, entry)))
  for (const path of kept) {
    for (const [, target = ''] of readFileSync(path, 'utf8').matchAll(imports)) {
      kept.add(`${join(dirname(path), target)}.d.ts`)
    }
  }
  for (const path of globSync(join(folder, '**/*.d.ts'))) if (!kept.has(path)) rmSync(path)
}
