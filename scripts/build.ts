import { spawnSync } from 'node:child_process'
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { buildExplorer } from './build-explorer.ts'
import { keepDeclarations } from './keep-declarations.ts'

/**
 * Compiles `generator/` to `dist/`, from nothing, with the declarations of what others import, makes the command runnable, and
 * bundles the explorer of the site.
 */
const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc')

rmSync('dist', { recursive: true, force: true })
const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { stdio: 'inherit' })
if (status !== 0) process.exit(status ?? 1)

keepDeclarations('dist', ['api/rules.d.ts', 'api/testing.d.ts'])

const main = 'dist/cli/main.js'
const text = readFileSync(main, 'utf8')
const shebang = '#!/usr/bin/env node\n'
if (!text.startsWith(shebang)) writeFileSync(main, shebang + text)
chmodSync(main, 0o755)

await buildExplorer()
