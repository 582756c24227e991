import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'

/**
 * Before the first worker: `dist` of the runtime, which generated packages import, where a source is newer than it. Types are
 * checked by `npm run typecheck`, not here.
 */
export default function setup(): void {
  const runtime = resolve('runtime')
  if (builtOn(join(runtime, 'dist/index.js')) > changedOn(join(runtime, 'src'))) return
  const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc')
  const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', runtime, '--noCheck'], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`the runtime cannot be built:\n${stdout}`)
}

function builtOn(file: string): number {
  return existsSync(file) ? statSync(file).mtimeMs : 0
}

/** A file that was removed or renamed changes its folder. */
function changedOn(folder: string): number {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return Math.max(statSync(folder).mtimeMs, ...entries.map((entry) => statSync(join(folder, entry)).mtimeMs))
}
