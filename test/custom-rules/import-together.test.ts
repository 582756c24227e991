import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importRuleFile } from '../../generator/cli/custom-rules/import-rule-file.ts'
import { bakery } from './bakery.ts'

test('rule files that are imported together each tell what they import', async () => {
  using folder = bakery({
    'quick.ts': "import './crust.ts'\n",
    'slow.ts': "await new Promise((done) => setTimeout(done, 100))\nawait import('./crumb.ts')\n",
    'crust.ts': '',
    'crumb.ts': '',
  })
  const at = (name: string): string => join(folder.path, 'rules', name)
  const [quick, slow] = await Promise.all([importRuleFile(at('quick.ts')), importRuleFile(at('slow.ts'))])
  expect(quick.files).toEqual([at('quick.ts'), at('crust.ts')])
  expect(slow.files).toEqual([at('slow.ts'), at('crumb.ts')])
})
