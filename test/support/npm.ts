import { tmpdir } from 'node:os'
import { delimiter, dirname } from 'node:path'
import { type Ended, runProcess } from './run-process.ts'

/** What npm tells the scripts that it runs of the project they belong to. */
const ofThisProject =
  /^(npm_(package|lifecycle|command|execpath|node_execpath|config_(local_|global_)?prefix)|INIT_CWD)/

/**
 * The environment of a person in another folder: nothing of this repository is on the path, `node` is the version that
 * runs the tests, and Prisma neither downloads an engine nor calls home.
 */
function elsewhere(): NodeJS.ProcessEnv {
  const outside = (process.env.PATH ?? '').split(delimiter).filter((path) => !path.includes('node_modules'))
  const kept = Object.entries(process.env).filter(([name]) => !ofThisProject.test(name) && !name.startsWith('VITEST'))
  return {
    ...Object.fromEntries(kept),
    NODE_ENV: '',
    PATH: [dirname(process.execPath), ...outside].join(delimiter),
    NO_COLOR: '1',
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    PRISMA_SCHEMA_ENGINE_BINARY: '/bin/false',
    npm_config_loglevel: 'error',
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_prefer_offline: 'true',
    npm_config_update_notifier: 'false',
    npm_config_fetch_retries: '1',
    npm_config_fetch_retry_mintimeout: '1000',
  }
}

/** Runs `npm` (or `npx`) in a folder. Rejects with what it said where it fails. */
export async function npm(cwd: string, args: readonly string[], command: 'npm' | 'npx' = 'npm'): Promise<Ended> {
  const ended = await runProcess(command, args, { cwd, env: elsewhere() })
  if (ended.code !== 0) throw new Error(`${command} ${args.join(' ')}: ${ended.code}\n${ended.out}\n${ended.err}`)
  return ended
}

/** A package as `npm pack` made it. */
export interface Packed {
  /** The name of the tarball. */
  readonly filename: string
  readonly name: string
  readonly version: string
  readonly files: readonly { readonly path: string; readonly size: number; readonly mode: number }[]
}

/** Packs the package of a folder into another one, its `prepack` script first. */
export async function npmPack(folder: string, into: string): Promise<Packed> {
  const { out } = await npm(folder, ['pack', '--json', '--pack-destination', into])
  // A script may have written before.
  const found: unknown = JSON.parse(out.slice(out.search(/^[[{]$/m)))
  // A list up to npm 11, an object by name from npm 12 on.
  const [packed] = Object.values(found as Readonly<Record<string, Packed>>)
  if (packed === undefined) throw new Error(`npm pack said ${out}`)
  return packed
}

/** Installs packages into a folder, as a person does. */
export async function npmInstall(cwd: string, packages: readonly string[]): Promise<void> {
  await npm(cwd, ['install', ...packages])
}

/** Whether there is a registry to install from: where there is none, nothing can be said of an installed package. */
export async function registryAnswers(): Promise<boolean> {
  const args = ['view', 'yaml', 'version', '--prefer-online', '--fetch-retries=0', '--fetch-timeout=5000']
  const { code } = await runProcess('npm', args, { cwd: tmpdir(), env: elsewhere(), timeout: 10_000 })
  return code === 0
}

/** Why a test was skipped. */
export const noRegistry = 'no package registry answers'
