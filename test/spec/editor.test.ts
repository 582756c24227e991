import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'

/** An editor reads the modeline, fetches the schema it names and checks the file by it: the same with other hands. */
const schemaPath = resolve('generated/schema/stowage.schema.json')
const validate = new Ajv2020({ allErrors: true, strict: false }).compile(JSON.parse(readFileSync(schemaPath, 'utf8')))

describe.each(globSync('spec/**/*.yaml').sort())('%s', (path) => {
  const text = readFileSync(path, 'utf8')

  test('starts with a modeline that leads to the schema', () => {
    const [, named] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text) ?? []
    expect(relative('.', join(dirname(path), named ?? ''))).toBe(relative('.', schemaPath))
  })

  test('fits the schema', () => {
    expect(validate(parse(text)) ? [] : validate.errors).toEqual([])
  })

  test('does not fit it any more with a key that the language does not have', () => {
    expect(validate({ ...parse(text), surprise: true })).toBe(false)
  })
})
