import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { TemporaryFolder } from '../support/temporary-folder.ts'
import { isPlayed, play, rewritten } from './play.ts'

const accept = process.env.ACCEPT === '1'
const pages = globSync('docs/*.md').sort().filter(isPlayed)

describe('what a guide shows is what happens', () => {
  test('in the guides that show something', () => {
    expect(pages).toEqual(expect.arrayContaining(['docs/start.md', 'docs/placement.md', 'docs/tenancy.md']))
  })

  test.each(pages)('%s', async (path) => {
    if (accept) {
      using recorded = new TemporaryFolder()
      writeFileSync(path, await rewritten(readFileSync(path, 'utf8'), recorded.path))
    }
    using folder = new TemporaryFolder()
    const steps = await play(readFileSync(path, 'utf8'), folder.path)
    expect(steps.map(({ happened }) => happened).join('\n')).toBe(steps.map(({ said }) => said).join('\n'))
  })
})

describe('a check of the check', () => {
  const project =
    'stowage: 1\nname: shop\ninclude: [all.yaml]\nstores: { postgres: { version: 16, url: POSTGRES_URL } }\n'
  const line = '  Order: { postgres: { fields: { id: { type: uuid, primary: true } } } }'
  const entity = `domain: Orders\nentities:\n${line}\n`
  const written = `\`\`\`yaml title="stowage.yaml"\n${project}\`\`\`\n\`\`\`yaml title="all.yaml"\n${entity}\`\`\`\n`

  test('a file is written, changed, and judged', async () => {
    using folder = new TemporaryFolder()
    const diff = `\`\`\`diff title="all.yaml"\n-${line}\n+  Order: {}\n\`\`\`\n`
    const [step] = await play(`${written}${diff}\`\`\`console\n$ stowage lint\nno findings\n\`\`\`\n`, folder.path)
    expect(readFileSync(join(folder.path, 'all.yaml'), 'utf8')).toBe('domain: Orders\nentities:\n  Order: {}\n')
    expect(step?.happened).toContain('resolve/empty-entity')
    expect(step?.said).toBe('$ stowage lint\nno findings\n')
  })

  test('a change of what does not stand there is an error', async () => {
    const diff = '```diff title="all.yaml"\n-  Bill: {}\n+  Order: {}\n```\n'
    using folder = new TemporaryFolder()
    await expect(play(written + diff, folder.path)).rejects.toThrow('do not stand in all.yaml once')
  })

  test('an excerpt must stand in what was generated', async () => {
    const made = `${written}\`\`\`console\n$ stowage generate\n\`\`\`\n`
    const excerpt = (text: string): string => `\`\`\`sql title="generated/provider-db/sql/schema.sql"\n${text}\`\`\`\n`
    const steps = async (text: string): Promise<boolean | undefined> => {
      using folder = new TemporaryFolder()
      const [, step] = await play(made + excerpt(text), folder.path)
      return step && step.said === step.happened
    }
    expect(await steps('CREATE TABLE orders (\n  ...\n);\n')).toBe(true)
    expect(await steps('CREATE TABLE bills (\n')).toBe(false)
  })
})
