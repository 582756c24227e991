import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { runToSuccess } from '../run-process.ts'

/** Where the sites of this run are built: set once by the global set-up, inherited by every worker. */
export const sitesVariable = 'STOWAGE_TEST_SITES'

/** A site that `stowage docs` built. */
export interface BuiltSite {
  /** The folder of its files. */
  readonly folder: string
  /** How long the build took. */
  readonly seconds: number
  /** What the command said. */
  readonly said: string
}

/** What a site is built from: a project's folder, and the options of the command but `--out`. */
export interface SiteSource {
  readonly project: string
  readonly options?: readonly string[]
}

/** The site of the reference spec with this repository's own pages, as `npm run docs` builds it. */
export const referenceSite = (): SiteSource => ({ project: '.', options: ['--pages', 'docs'] })

const command = resolve(import.meta.dirname, '../../../generator/cli/main.ts')
/** A build on a busy machine, with every diagram to be drawn. */
const limit = 240_000

/** What a test runner sets, by which bundlers tell one kind of build from another. */
const ofTheRunner = /^(NODE_ENV|MODE|DEV|PROD|SSR|TEST|BASE_URL|VITEST.*)$/

/** The environment of a person. */
export function outsideOfTests(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofTheRunner.test(name)))
}

/** Builds a site into a folder that is not there yet. Rejects with what the command said where it fails or takes too long. */
export async function buildSite(
  { options = [], project }: SiteSource,
  folder: string,
  timeout: number = limit,
): Promise<BuiltSite> {
  const start = performance.now()
  const { err, out } = await runToSuccess(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', command, 'docs', '--out', folder, ...options],
    { cwd: project, timeout, env: outsideOfTests() },
  )
  return { folder, seconds: (performance.now() - start) / 1000, said: `${out}${err}` }
}

/**
 * A site that is built once in a run for each name: the first test file that asks builds it, the others wait for it. A build
 * that failed fails for everyone with what it said.
 */
export async function builtSite(name: string, source: () => SiteSource): Promise<BuiltSite> {
  const root = process.env[sitesVariable]
  if (root === undefined) throw new Error('the global set-up of the sites did not run')
  const record = join(root, `${name}.json`)
  // Only one of several processes can make a folder.
  if (mkdirSync(join(root, name), { recursive: true }) !== undefined) {
    const fault = (error: unknown): { fault: string } => ({ fault: String(error) })
    const result = await buildSite(source(), join(root, name, 'out')).catch(fault)
    writeFileSync(`${record}.next`, JSON.stringify(result))
    renameSync(`${record}.next`, record)
  }
  for (let waited = 0; !existsSync(record); waited += 100) {
    if (waited > limit) throw new Error(`the site ${name} was not built by the test file that began it`)
    await sleep(100)
  }
  const result = JSON.parse(readFileSync(record, 'utf8')) as BuiltSite | { readonly fault: string }
  if ('fault' in result) throw new Error(result.fault)
  return result
}
