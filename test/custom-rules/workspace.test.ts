import { describe, expect, test } from 'vitest'
import { loadCustomRules } from '../../generator/cli/custom-rules/load.ts'
import { diskReader } from '../../generator/cli/disk-reader.ts'
import { ruleFilesOf } from '../../generator/front/rule-files.ts'
import { Workspace } from '../../generator/workspace/workspace.ts'
import { bakery, brief, lintFolder, orders, ruleText } from './bakery.ts'

const looks = ruleText(
  'custom/looks',
  `for (const field of declaredFields(model)) report({ message: 'field ' + field.name, span: field.span })
    for (const { name, span } of model.entities) report({ message: 'entity ' + name, span })`,
)

/** What an edit makes of the orders, one after the other. */
const edits: readonly ((text: string) => string)[] = [
  (text) => text.replace('loaves:', 'loaf_count:'),
  (text) => text.replace('type: int', 'type: inn'),
  (text) => text.replace('type: inn', 'type: int'),
  (text) =>
    `${text}  Oven:\n    about: Where it is hot.\n    postgres:\n      fields: { id: { type: uuid, primary: true } }\n`,
  (text) =>
    text.replace('        name:', '        order:  { type: ref(Order), about: What they bake. }\n        name:'),
  (text) => text.replace('  Order:', '  Sale:'),
  (text) => text.replace('ref(Order)', 'ref(Sale)'),
  (text) => text.slice(0, -40),
  () => orders,
]

describe('a workspace whose model rules have been shown, and so is frozen', () => {
  test('goes on as if it had not been', async () => {
    using folder = bakery({ 'looks.ts': looks })
    const workspace = new Workspace(diskReader(folder.path))
    let text = orders
    for (const edit of edits) {
      text = edit(text)
      folder.write([{ path: 'spec/orders.yaml', text }])
      const loaded = workspace.load('spec/stowage.yaml')
      const rules = await loadCustomRules(folder.path, ruleFilesOf(loaded.parsed), () => undefined)
      const { diagnostics } = workspace.analyzeLoaded(loaded, rules)
      expect(brief(diagnostics)).toEqual(brief((await lintFolder(folder.path)).diagnostics))
    }
  })
})
