import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { UserError } from '../user-error.ts'
import type { Astro } from './astro.ts'
import { publish } from './publish.ts'

/**
 * Builds the site beside its sources, since what renders it imports packages from there, and puts it in its place once it
 * is whole.
 * @throws UserError with Astro's own words where it refuses
 */
export async function buildSite(astro: Astro, staging: string, out: string): Promise<void> {
  const built = join(staging, 'out')
  // On the same disk as its place: a rename puts it there.
  const made = `${out}.stowage-new`
  for (const folder of [built, made]) rmSync(folder, { recursive: true, force: true })
  try {
    await build(astro, staging, built)
    cpSync(built, made, { recursive: true })
    publish(made, out)
  } finally {
    for (const folder of [built, made]) rmSync(folder, { recursive: true, force: true })
  }
}

async function build(astro: Astro, root: string, outDir: string): Promise<void> {
  const before = process.cwd()
  // Where a build lies elsewhere than in the current folder, Astro puts what renders it there, far from its packages.
  process.chdir(root)
  try {
    await astro.build({ root, outDir, logLevel: 'error' })
  } catch (error) {
    if (!(error instanceof Error)) throw error
    // What follows its own words is for who works on Astro.
    const [why = ''] = stripVTControlCharacters(error.message).split(/\n\nStack|\n +at /)
    throw new UserError(`the site cannot be built: ${why}`)
  } finally {
    process.chdir(before)
  }
}
