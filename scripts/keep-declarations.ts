import { globSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'

const imports = /\b(?:from|import\()\s*['"](\.[^'"]+)\.ts['"]/g

/**
 * Removes the declarations of a build that none of its public entries leads to, with the folders that are empty then: nobody can
 * import what they describe.
 */
export function keepDeclarations(folder: string, entries: readonly string[]): void {
  const kept = new Set(entries.map((entry) => join(folder, entry)))
  for (const path of kept) {
    for (const [, target = ''] of readFileSync(path, 'utf8').matchAll(imports)) {
      kept.add(`${join(dirname(path), target)}.d.ts`)
    }
  }
  for (const path of globSync(join(folder, '**/*.d.ts'))) if (!kept.has(path)) rmSync(path)
  // The deepest first: a folder of nothing but empty folders goes too.
  for (const path of globSync(join(folder, '**/')).sort().reverse()) if (readdirSync(path).length === 0) rmdirSync(path)
}
