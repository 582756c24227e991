import { AxeBuilder } from '@axe-core/playwright'
import { describe, expect, test } from 'vitest'
import { siteOf } from '../../generator/emit/docs/site.ts'
import { soundModel } from '../support/analyze-folder.ts'
import { referenceSite } from '../support/site/built-site.ts'
import { siteUnderTest } from '../support/site/site-under-test.ts'
import { mostTelling } from './most-telling.ts'
import { themeOf, themes } from './theme.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

describe('axe finds nothing serious', { tags: ['full'] }, () => {
  const under = siteUnderTest('reference', referenceSite)
  const model = soundModel('spec')
  const site = siteOf(model)
  const entity = site.entity(mostTelling(model).name).page
  const domain = site.domainPage(model.domains[0]?.name ?? '').page

  const pages = [
    '',
    `spec/${entity}/`,
    `spec/${domain}/`,
    'spec/personal-data/',
    'rules/naming/table/',
    'language/',
    'explorer/',
    `explorer/#/${entity.replace('entities/', '')}`,
  ]

  describe.each(themes)('in %s', (theme) => {
    test.each(pages)('on /%s', async (path) => {
      const page = await under.open(path, { colorScheme: theme })
      expect(await themeOf(page)).toBe(theme)
      if (path.startsWith('explorer/')) await page.locator('[data-ready]').waitFor()
      // Legacy mode: a site without frames needs no page of its own to gather what was found. The dark theme changes colours.
      const axe = new AxeBuilder({ page }).setLegacyMode()
      const { violations } = await (theme === 'dark' ? axe.withRules('color-contrast') : axe.withTags(rules)).analyze()
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      expect(
        serious.flatMap(({ id, nodes }) =>
          nodes.slice(0, 5).map(({ target, failureSummary }) => ({ id, target, failureSummary })),
        ),
      ).toEqual([])
    })
  })
})
