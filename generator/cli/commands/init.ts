import { existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { nodeFileSystem } from '../../output/file-system.ts'
import { replaceFiles } from '../../output/replace-files.ts'
import { clean, type ExitCode } from '../exit-code.ts'
import { mergePackage } from '../init/package-json.ts'
import { projectFiles } from '../init/project-files.ts'
import { specFiles } from '../init/spec-files.ts'
import { packageVersion } from '../package-folder.ts'
import { usualProjectFiles } from '../project-file.ts'
import type { Session } from '../session.ts'
import { UserError } from '../user-error.ts'

/** Makes a small spec and what it takes to generate and test; of a package.json that is there, only what is missing. */
export async function initCommand({ io, folder, err }: Session): Promise<ExitCode> {
  const inTheWay = [...usualProjectFiles, ...Object.keys(specFiles)].find((path) => exists(join(folder, path)))
  if (inTheWay !== undefined) {
    throw new UserError(
      `${inTheWay} is there already; nothing was written`,
      'stowage init is for a folder without a spec',
    )
  }
  const packageLines = addToPackage(folder)
  const lines: string[] = []
  for (const [path, text] of Object.entries({ ...specFiles, ...projectFiles })) {
    if (exists(join(folder, path))) {
      lines.push(`  ${err.dim('kept   ')} ${path}`)
      continue
    }
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text, { flag: 'wx' })
    lines.push(`  ${err.green('create ')} ${path}`)
  }
  const installed = existsSync(join(folder, 'node_modules/vitest'))
  const next = installed ? 'npm run generate, then npm test' : 'npm install, then npm run generate, then npm test'
  io.stderr.write(`${[...lines, ...packageLines].join('\n')}\nnext: ${next}\n`)
  return clean
}

/** @throws UserError where there is a package.json that is none */
function addToPackage(folder: string): readonly string[] {
  const path = join(folder, 'package.json')
  const existing = exists(path) ? readFileSync(path, 'utf8') : undefined
  const merged = mergePackage(existing, packageVersion())
  if (merged === undefined) throw new UserError('package.json cannot be read as JSON; nothing was written')
  if (existing === undefined) writeFileSync(path, merged.text, { flag: 'wx' })
  else if (merged.added.length > 0) {
    replaceFiles(folder, [{ path: 'package.json', text: merged.text }], nodeFileSystem)
  }
  if (existing === undefined) return ['  create  package.json']
  return merged.added.map((what) => `  add     package.json: ${what}`)
}

/** A link that leads nowhere is something too. */
function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}
