import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { prismaEmitter } from '../../generator/emit/prisma/index.ts'
import type { Model } from '../../generator/model/model.ts'

/** A folder with the emitted files and the client that Prisma made of them. */
export interface GeneratedClient {
  /** What `provider-db` is in the output. */
  readonly root: string
  /** The client's main file. */
  readonly client: string
  remove(): void
}

/** Emits the schema of a model into a temporary folder that sees this repository's packages, and runs `prisma generate`. */
export async function generateClient(model: Model): Promise<GeneratedClient> {
  const folder = mkdtempSync(join(tmpdir(), 'stowage-prisma-'))
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  try {
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n')
    for (const { path, text } of [...prismaEmitter.emit(model)]) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    const root = join(folder, 'provider-db')
    const cli = createRequire(import.meta.url).resolve('prisma/build/index.js')
    await promisify(execFile)(process.execPath, [cli, 'generate'], { cwd: root, env: offline(model) })
    return { root, client: join(root, 'src/prisma-client/client.ts'), remove }
  } catch (error) {
    remove()
    throw error
  }
}

/** Without the database's URL, and with no engine to download and nobody to call. */
function offline(model: Model): NodeJS.ProcessEnv {
  const env = { ...process.env }
  delete env[model.project.stores.postgres?.url ?? '']
  return {
    ...env,
    PRISMA_SCHEMA_ENGINE_BINARY: '/bin/false',
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
  }
}
