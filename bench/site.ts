import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { buildSite, type SiteSource } from '../test/support/site/built-site.ts'
import { openBrowser } from '../test/support/site/open-browser.ts'
import { StaticServer } from '../test/support/site/static-server.ts'
import { syntheticSpec } from '../test/support/synthetic-spec.ts'
import { filesBelow, TemporaryFolder } from '../test/support/temporary-folder.ts'
import { type ExplorerFigures, measureExplorer } from './explorer.ts'

/**
 * Builds the site of the reference spec and of a synthetic one, and uses the explorer of each in a real browser.
 *
 *   node scripts/build-explorer.ts && node bench/site.ts          the reference spec, and 500 entities
 *   node bench/site.ts --entities 1000
 */
const { values } = parseArgs({ options: { entities: { type: 'string', default: '500' } } })

/** Milliseconds: a thousand diagrams are drawn the first time. */
const patience = 1_800_000

interface Row {
  readonly name: string
  readonly entities: number
  readonly first: number
  readonly again: number
  readonly pages: number
  readonly megabytes: number
  readonly explorer: ExplorerFigures
}

async function measureSite(name: string, source: SiteSource): Promise<Row> {
  using out = new TemporaryFolder()
  const first = await buildSite(source, `${out.path}/first`, patience)
  const again = await buildSite(source, `${out.path}/again`, patience)
  const files = filesBelow(first.folder)
  await using server = await StaticServer.start(first.folder)
  const bytes = files.reduce((sum, file) => sum + server.bytesOf(file), 0)
  const opened = await openBrowser()
  if (!('browser' in opened)) throw new Error(opened.reason)
  try {
    const explorer = await measureExplorer(opened.browser, server.url)
    const pages = files.filter((file) => file.endsWith('.html'))
    const entities = pages.filter((file) => /^spec\/entities\/./.test(file)).length
    return {
      name,
      entities,
      first: first.seconds,
      again: again.seconds,
      pages: pages.length,
      megabytes: bytes / 1e6,
      explorer,
    }
  } finally {
    await opened.browser.close()
  }
}

const rows = [await measureSite('reference', { project: '.', options: ['--pages', 'docs'] })]
using project = new TemporaryFolder()
project.write(syntheticSpec(Number(values.entities)))
rows.push(await measureSite('synthetic', { project: project.path }))

const fixed = (value: number, digits: number = 1): string => value.toFixed(digits)
process.stdout.write(`Node ${process.version}, ${cpus().length} cores\n\n`)
process.stdout.write('| site | entities | pages | MB, compressed | built, s | again, s |\n|---|--:|--:|--:|--:|--:|\n')
for (const { again, entities, first, megabytes, name, pages } of rows)
  process.stdout.write(
    `| ${name} | ${entities} | ${pages} | ${fixed(megabytes)} | ${fixed(first)} | ${fixed(again)} |\n`,
  )
process.stdout.write(
  '\n| explorer of | first paint, ms | laid out, ms | all laid out, ms | slowest reaction, ms | frame, panning, ms: median, worst |\n|---|--:|--:|--:|--:|--:|\n',
)
for (const { explorer, name } of rows)
  process.stdout.write(
    `| ${name} | ${fixed(explorer.firstPaint, 0)} | ${fixed(explorer.laidOut, 0)} | ${fixed(explorer.allLaidOut, 0)} | ${fixed(explorer.slowest, 0)} | ${fixed(explorer.frame, 0)}, ${fixed(explorer.worstFrame, 0)} |\n`,
  )
