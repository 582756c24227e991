import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { mergePackage } from '../../generator/cli/init/package-json.ts'

const own = JSON.parse(readFileSync('package.json', 'utf8'))

test('a new project gets the versions that this repository tests with', () => {
  const { devDependencies } = JSON.parse(mergePackage(undefined, '1.2.3')?.text ?? '')
  const { stowage, ...packages } = devDependencies
  expect(stowage).toBe('^1.2.3')
  expect(Object.keys(packages)).toContain('vitest')
  for (const [name, version] of Object.entries(packages)) {
    expect(own.devDependencies[name] ?? own.dependencies[name], name).toBe(version)
  }
})

test('a project that has all keeps its text but for the spaces', () => {
  const once = mergePackage(undefined, '1.2.3')
  expect(mergePackage(once?.text, '9.9.9')).toEqual({ text: once?.text, added: [] })
})

test('the test that npm init writes only to fail is replaced, another one stays', () => {
  const scripts = (test: string): unknown =>
    JSON.parse(mergePackage(JSON.stringify({ scripts: { test } }), '1.2.3')?.text ?? '').scripts.test
  expect(scripts('echo "Error: no test specified" && exit 1')).toBe('vitest run')
  expect(scripts('mocha')).toBe('mocha')
})
