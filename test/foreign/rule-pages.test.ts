import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { blocksOf } from '../docs/blocks.ts'
import { lintTexts } from './lint.ts'

/** The first example of a page is wrong, the second right; what is run in a shell is not tried here. */
test.each(['sql-syntax', 'prisma-syntax', 'psql-command'])(
  'docs/rules/foreign/%s.md shows what it explains',
  async (rule) => {
    const blocks = blocksOf(readFileSync(`docs/rules/foreign/${rule}.md`, 'utf8'))
    const codes = async (text: string, language: string): Promise<readonly string[]> => {
      const { diagnostics } = await lintTexts({ [`a.${language}`]: text })
      return diagnostics.map(({ code }) => code).filter((code) => code.startsWith('foreign/'))
    }
    const [wrong, right] = blocks
    expect(await codes(wrong?.text ?? '', wrong?.language ?? '')).toEqual([`foreign/${rule}`])
    if (right?.language !== 'sh') expect(await codes(right?.text ?? '', right?.language ?? '')).toEqual([])
  },
)
