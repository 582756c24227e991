import { execFile } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { mongooseEmitter } from '../../../generator/emit/mongoose/index.ts'
import { packageEmitter } from '../../../generator/emit/package/index.ts'
import { prismaEmitter } from '../../../generator/emit/prisma/index.ts'
import { s3Emitter } from '../../../generator/emit/s3/index.ts'
import { typesEmitter } from '../../../generator/emit/types/index.ts'
import type { Model } from '../../../generator/model/model.ts'

const emitters = [typesEmitter, mongooseEmitter, s3Emitter, packageEmitter, prismaEmitter]
const root = resolve(import.meta.dirname, '../../..')
/** Kept between runs, like a cache; not below `node_modules`, where Node.js runs no TypeScript. */
const below = join(root, '.tmp/worlds')

/** Where the emitted package of a spec lies, with the client that Prisma made of it. */
export interface ClientPackage {
  /** Its Prisma client and its Mongoose models, as addresses to import. */
  readonly prismaClient: string
  readonly mongoose: string
}

/**
 * The package of a spec, written where this repository's packages are found. `prisma generate` takes seconds: it runs once
 * for the same text of all files, and what several processes make at once is the same.
 */
export async function clientPackage(model: Model): Promise<ClientPackage> {
  const files = emitters.flatMap((emitter) => [...emitter.emit(model)])
  const hash = createHash('sha256').update(JSON.stringify(files.map(({ path, text }) => [path, text])))
  const folder = join(below, `${model.project.name}-${hash.digest('hex').slice(0, 16)}`)
  if (!existsSync(folder)) await make(folder, files, model)
  const at = (path: string): string => pathToFileURL(join(folder, 'provider-db/src', path)).href
  return { prismaClient: at('prisma-client/client.ts'), mongoose: at('mongoose/index.ts') }
}

async function make(
  folder: string,
  files: readonly { readonly path: string; readonly text: string }[],
  model: Model,
): Promise<void> {
  const making = `${folder}-${randomUUID()}`
  try {
    for (const { path, text } of files) {
      mkdirSync(dirname(join(making, path)), { recursive: true })
      writeFileSync(join(making, path), text)
    }
    if (model.project.stores.postgres !== undefined) await generate(join(making, 'provider-db'), model)
    renameSync(making, folder)
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    // Another process was quicker.
    if (!existsSync(folder)) throw error
  }
}

/** Without the database's URL, and with no engine to download and nobody to call. */
async function generate(cwd: string, model: Model): Promise<void> {
  const env = { ...process.env }
  delete env[model.project.stores.postgres?.url ?? '']
  const cli = createRequire(import.meta.url).resolve('prisma/build/index.js')
  await promisify(execFile)(process.execPath, [cli, 'generate'], {
    cwd,
    env: {
      ...env,
      PRISMA_SCHEMA_ENGINE_BINARY: '/bin/false',
      CHECKPOINT_DISABLE: '1',
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
    },
  })
}
