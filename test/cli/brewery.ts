import { readFileSync } from 'node:fs'
import { specFiles } from '../../generator/cli/init/spec-files.ts'
import { folderWith } from '../output/trees.ts'

/** A project that keeps everything in PostgreSQL, in the database that BREWERY_POSTGRES_URL names. */
export function breweryProject(): string {
  return folderWith(
    Object.fromEntries(
      ['stowage.yaml', 'brewing.yaml'].map((file) => [
        `spec/${file}`,
        readFileSync(`test/live/brewery/${file}`, 'utf8'),
      ]),
    ),
  )
}

/** A project over all three stores: what `init` makes. */
export function threeStores(): string {
  return folderWith(specFiles)
}

/** Nobody listens there; the password must never be seen. */
export const nowhere = 'postgresql://somebody:s3cr%40t-word@127.0.0.1:1/brewery'
export const secret: RegExp = /s3cr/
