import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'

/**
 * Runs every `precompile-*.ts` beside it: they turn templates and hand-written sources into `*.gen.ts` and `*.gen.json`. With `--check` the files are
 * left as they were, and one that would have changed is an error.
 */
const checking = process.argv.includes('--check')

function generated(): ReadonlyMap<string, string> {
  const files = globSync('generator/**/*.gen.{json,ts}').sort()
  return new Map(files.map((file) => [file, readFileSync(file, 'utf8')]))
}

const before = generated()
for (const script of globSync('scripts/precompile-*.ts').sort()) {
  const { status } = spawnSync(process.execPath, [script], { stdio: ['ignore', 'inherit', 'inherit'] })
  if (status !== 0) throw new Error(`${script} failed`)
}
const after = generated()
const changed = [...new Set([...before.keys(), ...after.keys()])].filter((file) => before.get(file) !== after.get(file))

if (checking) {
  for (const file of changed) {
    const old = before.get(file)
    if (old === undefined) rmSync(file)
    else writeFileSync(file, old)
    console.error(`${file} is stale: run npm run precompile`)
  }
  process.exitCode = changed.length === 0 ? 0 : 1
} else {
  console.log(changed.length === 0 ? 'precompile: nothing changed' : `precompile: wrote ${changed.join(', ')}`)
}
