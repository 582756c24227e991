import { globSync, statSync } from 'node:fs'
import { runToSuccess } from '../run-process.ts'
import { outsideOfTests } from './built-site.ts'

const bundle = 'dist/site/explorer/app.js'
const sources = ['site/explorer/**/*.{ts,tsx,css}', 'generator/site/explorer-graph.ts', 'scripts/build-explorer.ts']

/** Bundles the explorer where what lies in `dist/` is older than its sources, or is not there. */
export async function freshExplorer(): Promise<void> {
  const made = statSync(bundle, { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (globSync(sources).every((file) => statSync(file).mtimeMs <= made)) return
  await runToSuccess(process.execPath, ['scripts/build-explorer.ts'], { cwd: '.', env: outsideOfTests() })
}
