import { existsSync, mkdirSync, mkdtempSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { outputRoot } from '../../output/output-root.ts'
import { packageFolder } from '../package-folder.ts'
import { UserError } from '../user-error.ts'

/** What this command uses of Astro's interface for programs. */
export interface Astro {
  build(config: AstroConfig): Promise<void>
  dev(config: AstroConfig): Promise<DevelopmentServer>
}

export interface AstroConfig {
  readonly root: string
  readonly outDir?: string
  readonly logLevel: 'error' | 'silent'
  readonly server?: { readonly port: number; readonly host: boolean }
}

export interface DevelopmentServer {
  readonly address: { readonly port: number; readonly address: string }
  stop(): Promise<void>
}

/** Where a site is made, and by what. */
export interface Workshop {
  readonly astro: Astro
  /** The folder of the site, absolute; it exists. */
  readonly staging: string
  /** Whether the folder lies in the project, and may stay for the next run. */
  readonly lasting: boolean
}

/** The packages that the site's own configuration imports. */
const needed = ['astro', '@astrojs/starlight'] as const

/** Variables that Vite and Astro would take for what they say of a build themselves. */
const foreign = ['NODE_ENV', 'DEV', 'PROD', 'MODE', 'SSR', 'BASE_URL', 'SITE', 'ASSETS_PREFIX'] as const

/**
 * Loads Astro from the project's packages, else from those beside Stowage. What the site imports is looked for from its own
 * folder upwards, so that folder lies below the packages: in the project, or where Stowage is at home.
 * @throws UserError where Astro or Starlight is not installed
 */
export async function openWorkshop(folder: string, env: NodeJS.ProcessEnv): Promise<Workshop> {
  // It reads these when it is loaded; nothing of a run is to leave the machine.
  env.ASTRO_TELEMETRY_DISABLED = '1'
  env.ASTRO_DISABLE_UPDATE_CHECK = 'true'
  for (const name of foreign) delete env[name]
  const project = realpathSync(folder)
  const own = packagesAbove(project)
  const packages = own ?? packagesAbove(realpathSync(packageFolder))
  if (packages === undefined) {
    throw new UserError(
      'the packages that make the site are not installed: astro and @astrojs/starlight',
      'npm install --save-dev astro @astrojs/starlight',
    )
  }
  const staging = own === undefined ? elsewhere(dirname(packages)) : outputRoot(project, '.stowage/site')
  mkdirSync(staging, { recursive: true })
  // Everything in it that is not of the site is removed.
  if (realpathSync(staging) !== staging) {
    throw new UserError(
      `the site is made in ${JSON.stringify(staging)}, which is a link to another folder`,
      'remove it',
    )
  }
  const entry = pathToFileURL(join(packages, 'astro/dist/index.js'))
  return { astro: (await import(entry.href)) as Astro, staging, lasting: own !== undefined }
}

/** A folder for one run alone: it is removed at the end, and another run must not lose its own. */
function elsewhere(home: string): string {
  const sites = join(home, '.stowage/sites')
  mkdirSync(sites, { recursive: true })
  return mkdtempSync(join(sites, 'site-'))
}

/** The nearest folder of packages that has all of them; by hand, since not every package lets itself be resolved. */
function packagesAbove(folder: string): string | undefined {
  const packages = join(folder, 'node_modules')
  if (needed.every((name) => existsSync(join(packages, name, 'package.json')))) return packages
  const parent = dirname(folder)
  return parent === folder ? undefined : packagesAbove(parent)
}
