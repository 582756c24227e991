import { spawnSync } from 'node:child_process'
import { chmodSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { buildCommand } from './build-command.ts'
import { buildExplorer } from './build-explorer.ts'
import { keepDeclarations } from './keep-declarations.ts'

/**
 * Makes `dist/` from nothing: the declarations of what others import, the bundled command, which can be run, and the explorer
 * of the site; and `runtime/dist/`, what generated packages stand on.
 */
const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc')

rmSync('dist', { recursive: true, force: true })
rmSync('runtime/dist', { recursive: true, force: true })
const runtime = spawnSync(process.execPath, [tsc, '-p', 'runtime'], { stdio: 'inherit' })
if (runtime.status !== 0) process.exit(runtime.status ?? 1)
const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { stdio: 'inherit' })
if (status !== 0) process.exit(status ?? 1)
keepDeclarations('dist', ['api/rules.d.ts', 'api/testing.d.ts'])

await buildCommand()
chmodSync('dist/cli/main.js', 0o755)

await buildExplorer()
