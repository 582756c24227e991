import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compiledTemplates } from '../../../scripts/precompile-templates.ts'
import { refuseUnescaped } from '../../../scripts/template-rules.ts'

test('what is compiled ahead is what the templates say', () => {
  expect(readFileSync('generator/print/template/templates.gen.ts', 'utf8')).toBe(compiledTemplates())
})

describe('a template', () => {
  const refuse = (source: string): (() => void) => {
    return () => refuseUnescaped('page', source, ['text', 'cell'])
  }

  test.each([
    '{{name}}',
    '{{{name}}}',
    '{{{text name}}}{{& name}}',
    '{{text name other}}',
    '{{raw name}}',
    '{{#each items}}{{this}}{{/each}}',
    '{{#if a}}x{{else}}{{name}}{{/if}}',
    '{{#unless a}}x{{/unless}}',
    '{{#with a}}x{{/with}}',
    '{{> (lookup . "name")}}',
    '{{#> part}}{{/part}}',
    '{{* decorator}}',
  ])('is refused for %s', (source) => {
    expect(refuse(source)).toThrow(/templates\/docs\/page\.hbs:1: /)
  })

  test.each([
    '{{text name}}',
    '{{#each items}}{{cell this}}{{/each}}',
    '{{#if a}}{{text a}}{{/if}}',
    '{{> part this}}',
    '{{! note }}',
  ])('may say %s', (source) => {
    expect(refuse(source)).not.toThrow()
  })
})
