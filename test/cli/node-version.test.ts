import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

/** Runs the command line as a Node.js of another version would see itself. */
function runAs(version: string): { readonly status: number | null; readonly stderr: string } {
  const versions = JSON.stringify({ ...process.versions, node: version })
  const script = `Object.defineProperty(process, 'versions', { value: ${versions} })`
  const disguise = `data:text/javascript,${encodeURIComponent(script)}`
  return spawnSync(process.execPath, ['--import', disguise, 'generator/cli/main.ts', '--version'], { encoding: 'utf8' })
}

test('a Node.js that is too old is told so, before anything else can fail', () => {
  const { status, stderr } = runAs('22.17.0')
  expect(status).toBe(2)
  expect(stderr).toMatch(/^Stowage needs Node\.js 22\.18 or newer; this is v\S+\.\n$/)
})

test('the oldest supported one is not', () => {
  expect(runAs('22.18.0')).toMatchObject({ status: 0, stderr: '' })
})
