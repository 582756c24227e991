import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

/** Whether the modules of the YAML library are loaded once a text was analysed, in a process of its own. */
function loadsLibrary(text: string): boolean {
  const script = `
    import { createRequire } from 'node:module'
    import { analyze } from './generator/analyze.ts'
    analyze([{ path: 'stowage.yaml', text: ${JSON.stringify(text)} }])
    const loaded = Object.keys(createRequire(import.meta.url).cache)
    process.stdout.write(String(loaded.some((path) => path.includes('/node_modules/yaml/'))))`
  return execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }) === 'true'
}

test('the YAML library is loaded only where a file is not clean', () => {
  expect(loadsLibrary('stowage: 1\nname: bakery\n')).toBe(false)
  expect(loadsLibrary('stowage: 1\nname: bakery\nname: bakery\n')).toBe(true)
})
