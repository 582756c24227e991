import { expect, test } from 'vitest'
import { rulePages } from '../../generator/cli/site/rule-pages.ts'
import { ruleCodes } from '../../generator/diagnostic/codes.ts'
import { rulesIndex } from '../../generator/site/rules-index.ts'
import { bakery, lintFolder, ruleText } from './bakery.ts'

test('the site has a page of each rule of the project, and lists it with what it asks for', async () => {
  using folder = bakery({
    'a.ts': ruleText('custom/told', '', " docs: '# Told\\n\\nIn its own words.',"),
    'b.ts': ruleText('custom/untold', '').replace('a rule of a test', 'no `<b>` is bold'),
  })
  const { rules } = await lintFolder(folder.path)
  const pages = rulePages(rules)
  const own = pages.filter(({ code }) => code.startsWith('custom/'))
  expect(own.map(({ code, text }) => [code, text])).toEqual([
    ['custom/told', '# Told\n\nIn its own words.'],
    ['custom/untold', '# custom/untold\n\nno `<b>` is bold\n'],
  ])
  const { text } = rulesIndex(pages)
  expect(text).toContain('## custom\n\n- [`custom/told`](rules/custom/told.md): a rule of a test\n')
  expect(text).not.toContain('<b>')
  expect(text.match(/^- /gm)?.length).toBeGreaterThan(ruleCodes.length)
})
