import type { Log } from 'sarif'
import { expect, test } from 'vitest'
import type { Findings } from '../../generator/diagnostic/findings.ts'
import { renderers } from '../../generator/report/renderers.ts'
import { fileOf, spanOf } from '../diagnostic/spans.ts'
import { settings } from './samples.ts'

const file = fileOf('CREATE TABLE Loaf ();\n', '../migrations/1.sql')
const span = spanOf(file, 'Loaf')
const findings: Findings = {
  diagnostics: [
    {
      code: 'naming/table',
      severity: 'error',
      message: 'table `Loaf` must be in upper case',
      span,
      fixes: [{ title: 'rename it to `[loaf](https://bakery.example)`', edits: [{ span, text: 'LOAF' }] }],
    },
  ],
  suppressed: [],
  files: [file],
}
const told = (format: keyof typeof renderers): string =>
  renderers[format](findings, { ...settings, prefix: 'packages/bakery/' })
const log = (): Log => JSON.parse(told('sarif'))

/** Hand-written files may lie beside the project's folder: a server that knows the repository knows no way up. */
test('a file beside the project is named as its repository knows it', () => {
  expect(told('github-actions')).toContain('file=packages/migrations/1.sql,')
  expect(JSON.parse(told('gitlab'))).toMatchObject([{ location: { path: 'packages/migrations/1.sql' } }])
  expect(told('junit')).toContain('file="packages/migrations/1.sql"')
  const [result] = log().runs[0]?.results ?? []
  expect(result?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe('packages/migrations/1.sql')
})

test('what a fix is called holds no link', () => {
  const [result] = log().runs[0]?.results ?? []
  expect(result?.fixes?.[0]?.description?.text).toBe('rename it to `[loaf] (https://bakery.example)`')
})
