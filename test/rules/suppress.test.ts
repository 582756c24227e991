import { describe, expect, test } from 'vitest'
import { analyze } from '../../generator/analyze.ts'
import { applyFixes } from '../../generator/diagnostic/apply-fixes.ts'
import { codes, requiredRuleCodes, ruleCodes } from '../../generator/diagnostic/codes.ts'
import type { Diagnostic } from '../../generator/diagnostic/diagnostic.ts'
import { isSuppressible } from '../../generator/front/suppress/suppress.ts'
import type { Rule } from '../../generator/rules/rule.ts'
import { above, analysed, before, codesOf, findingsOf, lamps, project } from './lamps.ts'

const tableFound = 'naming/table: table `TBL_LAMP` must be snake_case and plural'

test('the lamps have findings, and what stands in texts is no comment', () => {
  expect(before).toHaveLength(5)
  expect(before).toContain(tableFound)
  expect(analysed(lamps).suppressed).toEqual([])
})

describe('a suppression of the next line', () => {
  test('answers for the findings that start there, with its reason and place', () => {
    const comment = '# stowage-ignore-next-line naming/table -- the harbour reads it'
    const text = above('TBL_LAMP', comment)
    const analysis = analysed(text)
    expect(findingsOf(analysis)).toEqual(before.filter((one) => one !== tableFound))
    const [{ diagnostic, suppression } = expect.fail('nothing is suppressed'), ...rest] = analysis.suppressed
    expect(rest).toEqual([])
    expect(diagnostic.code).toBe('naming/table')
    expect(suppression).toMatchObject({ kind: 'inline', reason: 'the harbour reads it' })
    const { span } = suppression
    expect(span?.file.text.slice(span.start, span.end)).toBe(comment)
  })

  test.each([
    ['several rules', ['# stowage-ignore-next-line naming/timestamp-suffix, naming/table -- why']],
    ['comments and blank lines between', ['# stowage-ignore-next-line naming/table -- why', '# a lamp', '', '#']],
    [
      'one above the other',
      ['# stowage-ignore-next-line naming/table -- why', '# stowage-ignore-next-line docs/missing-about -- a'],
    ],
    ['no space behind the mark', ['#stowage-ignore-next-line naming/table -- why']],
    ['several marks', ['## stowage-ignore-next-line naming/table   --   why -- and why']],
    ['no spaces behind commas', ['# stowage-ignore-next-line naming/column,naming/table -- why']],
  ])('%s', (_, comments) => {
    expect(findingsOf(analysed(above('TBL_LAMP', ...comments)))).not.toContain(tableFound)
  })

  test('very many, one above the other', () => {
    const comments = Array<string>(15_000).fill('# stowage-ignore-next-line naming/table -- why')
    const { diagnostics, suppressed } = analysed(above('TBL_LAMP', ...comments))
    expect(suppressed).toHaveLength(1)
    expect(diagnostics.filter(({ code }) => code === 'suppress/unused')).toHaveLength(14_999)
  })

  test('in a file with Windows line ends', () => {
    const text = above('TBL_LAMP', '# stowage-ignore-next-line naming/table -- why').replaceAll('\n', '\r\n')
    expect(analysed(text).suppressed.map(({ suppression }) => suppression.reason)).toEqual(['why'])
  })

  test('inside a flow mapping', () => {
    const flow = lamps.replace(
      '{ table: TBL_KEEPER,',
      '{\n    # stowage-ignore-next-line naming/table -- why\n    table: TBL_KEEPER,',
    )
    expect(findingsOf(analysed(flow)).filter((one) => one.startsWith('naming/table'))).toEqual([tableFound])
    expect(codesOf(analysed(flow))).not.toContain('suppress/unused')
  })

  test('in the project file', () => {
    const badBucket = project.text
      .replace(
        'stores: {',
        'stores:\n  s3:\n    region: S3_REGION\n    buckets:\n      # stowage-ignore-next-line naming/bucket -- it is there already\n      OldPhotos: {}\n  postgres: {',
      )
      .replace('} }', '}')
    const analysis = analysed(lamps, [], badBucket)
    expect(analysis.suppressed.map(({ diagnostic }) => diagnostic.code)).toEqual(['naming/bucket'])
  })

  test("answers for rules of the project's own", () => {
    const rule: Rule = {
      code: 'custom/no-notes',
      severity: 'error',
      preset: 'minimal',
      summary: 'no field is a note',
      fixable: false,
      check(model, report) {
        for (const { postgres } of model.entities) {
          for (const { name, span } of postgres?.fields ?? []) if (name === 'note') report({ message: 'a note', span })
        }
      },
    }
    expect(codesOf(analysed(lamps, [rule]))).toContain('custom/no-notes')
    const text = above('note: text', '# stowage-ignore-next-line custom/no-notes -- they are short')
    expect(codesOf(analysed(text, [rule]))).not.toContain('custom/no-notes')
    expect(codesOf(analysed(text, []))).toContain('suppress/unknown-rule')
    const elsewhere = `${project.text}rules: { files: [rules/*.ts] }\n`
    expect(codesOf(analysed(text, [], elsewhere)).filter((code) => code.startsWith('suppress/'))).toEqual([])
  })
})

test('a suppression of the file answers for all findings of its rule, wherever it stands', () => {
  for (const text of [
    `# stowage-ignore-file naming/table -- the harbour reads them\n${lamps}`,
    `${lamps}# stowage-ignore-file naming/table -- the harbour reads them\n`,
  ]) {
    const analysis = analysed(text)
    expect(findingsOf(analysis)).toEqual(before.filter((one) => !one.startsWith('naming/table')))
    expect(analysis.suppressed).toHaveLength(2)
  }
})

test('the comment nearest to the line answers; the others are not needed', () => {
  const text = `# stowage-ignore-file naming/table -- far\n${above('TBL_LAMP', '# stowage-ignore-next-line naming/table -- near').replace(/.*TBL_KEEPER.*\n/, '')}`
  const analysis = analysed(text)
  expect(analysis.suppressed.map(({ suppression }) => suppression.reason)).toEqual(['near'])
  expect(codesOf(analysis).filter((code) => code.startsWith('suppress/'))).toEqual(['suppress/unused'])
})

describe('what is wrong with a suppression', () => {
  const reported = (comment: string): Diagnostic => {
    const [found, ...rest] = analysed(above('TBL_LAMP', comment)).diagnostics.filter(({ code }) =>
      code.startsWith('suppress/'),
    )
    expect(rest).toEqual([])
    return found ?? expect.fail(`nothing is said of ${comment}`)
  }
  const under = ({ span }: Diagnostic): string | undefined => span?.file.text.slice(span.start, span.end)

  test.each([
    ['# stowage-ignore-next-line naming/table', 'suppress/missing-reason', '# stowage-ignore-next-line naming/table'],
    [
      '# stowage-ignore-next-line naming/table --',
      'suppress/missing-reason',
      '# stowage-ignore-next-line naming/table --',
    ],
    ['# stowage-ignore-next-line -- why', 'suppress/malformed', 'stowage-ignore-next-line'],
    ['# stowage-ignore-next-line naming/* -- why', 'suppress/malformed', 'naming/*'],
    ['# stowage-ignore-next-line naming/table - why', 'suppress/malformed', 'naming/table - why'],
    ['# stowage-ignore-nextline naming/table -- why', 'suppress/malformed', 'stowage-ignore-nextline'],
    ['# stowage-ignore naming/table -- why', 'suppress/malformed', 'stowage-ignore'],
    ['# stowage-ignore-next-line naming/tabel -- why', 'suppress/unknown-rule', 'naming/tabel'],
    ['# stowage-ignore-next-line all -- why', 'suppress/unknown-rule', 'all'],
    ['# stowage-ignore-next-line type/unknown -- why', 'suppress/not-suppressible', 'type/unknown'],
    ['# stowage-ignore-next-line suppress/unused -- why', 'suppress/not-suppressible', 'suppress/unused'],
    [
      '# stowage-ignore-next-line postgres/identifier-too-long -- why',
      'suppress/not-suppressible',
      'postgres/identifier-too-long',
    ],
    ['# stowage-ignore-next-line naming/column -- why', 'suppress/unused', 'naming/column'],
    ['# stowage-ignore-file naming/column -- why', 'suppress/unused', 'naming/column'],
  ])('%s is %s', (comment, code, text) => {
    const found = reported(comment)
    expect({ code: found.code, text: under(found) }).toEqual({ code, text })
    expect(found.severity).toBe(code === 'suppress/unused' ? 'warning' : 'error')
  })

  test('does not keep the finding from being reported', () => {
    for (const comment of ['naming/table', 'naming/* -- why', 'naming/tabel -- why'])
      expect(findingsOf(analysed(above('TBL_LAMP', `# stowage-ignore-next-line ${comment}`)))).toContain(tableFound)
  })

  test('prose that mentions a suppression is none', () => {
    const text = above('TBL_LAMP', '# one could write stowage-ignore-next-line naming/table -- why')
    expect(findingsOf(analysed(text))).toEqual(before)
  })

  test('behind a value it is told where to stand', () => {
    const behind = lamps.replace('TBL_LAMP', 'TBL_LAMP # stowage-ignore-next-line naming/table -- why')
    expect(codesOf(analysed(behind))).toContain('suppress/malformed')
    expect(findingsOf(analysed(behind))).toContain(tableFound)
  })

  test('nothing is called unused while the spec is broken', () => {
    const text = above('TBL_LAMP', '# stowage-ignore-next-line naming/column -- why').replace(
      'note: text',
      'note: texd',
    )
    expect(codesOf(analysed(text))).toContain('type/unknown')
    expect(codesOf(analysed(text))).not.toContain('suppress/unused')
  })
})

describe('the fixes', () => {
  const mended = (text: string): string => {
    const files = [project, { path: 'lamps.yaml', text }]
    const wrong = analyze(files).diagnostics.filter(({ code }) => code.startsWith('suppress/'))
    const changed = applyFixes(files, wrong).files
    return changed.find(({ path }) => path === 'lamps.yaml')?.text ?? text
  }

  test('take away what is not used, with its line', () => {
    expect(mended(above('TBL_LAMP', '# stowage-ignore-next-line naming/column -- why'))).toBe(lamps)
    const two = (names: string): string => above('TBL_LAMP', `# stowage-ignore-next-line ${names} -- why`)
    expect(mended(two('naming/column, naming/table'))).toBe(two('naming/table'))
    expect(mended(two('naming/table, naming/column'))).toBe(two('naming/table'))
    expect(mended(mended(two('naming/column, naming/index')))).toBe(lamps)
  })

  test('correct a name and a word', () => {
    const right = above('TBL_LAMP', '# stowage-ignore-next-line naming/table -- why')
    expect(mended(above('TBL_LAMP', '# stowage-ignore-next-line naming/tabel -- why'))).toBe(right)
    expect(mended(above('TBL_LAMP', '# stowage-ignore-nextline naming/table -- why'))).toBe(right)
  })

  test('move a comment from behind a value to the line above', () => {
    const behind = lamps.replace('TBL_LAMP', 'TBL_LAMP # stowage-ignore-line naming/table -- why')
    expect(mended(behind)).toBe(above('TBL_LAMP', '# stowage-ignore-next-line naming/table -- why'))
  })
})

test('exactly the rules may be suppressed, but for those that are always errors', () => {
  const may = codes.filter(isSuppressible)
  expect([...may, ...requiredRuleCodes].sort()).toEqual([...ruleCodes].sort())
})
