import { execFile, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { Emitter, OutputFile } from '../../../generator/emit/emitter.ts'
import { mongooseEmitter } from '../../../generator/emit/mongoose/index.ts'
import { packageEmitter } from '../../../generator/emit/package/index.ts'
import { prismaEmitter } from '../../../generator/emit/prisma/index.ts'
import { providerEmitter } from '../../../generator/emit/provider/index.ts'
import { s3Emitter } from '../../../generator/emit/s3/index.ts'
import { typesEmitter } from '../../../generator/emit/types/index.ts'
import type { Model } from '../../../generator/model/model.ts'

const packageEmitters: readonly Emitter[] = [typesEmitter, mongooseEmitter, s3Emitter, providerEmitter, packageEmitter]

/** Every file of the package, the Prisma schema aside. */
export function packageFiles(model: Model): readonly OutputFile[] {
  return packageEmitters.flatMap((emitter) => [...emitter.emit(model)])
}

/** A folder of the system's temporary ones where the repository's packages can be imported; `remove` it afterwards. */
export class Workshop {
  readonly folder: string = mkdtempSync(join(tmpdir(), 'stowage-package-'))

  constructor() {
    symlinkSync(join(import.meta.dirname, '../../../node_modules'), join(this.folder, 'node_modules'))
    this.write([{ path: 'package.json', text: '{ "type": "module" }\n' }])
  }

  write(files: readonly { readonly path: string; readonly text: string }[], below = ''): void {
    for (const { path, text } of files) {
      const target = join(this.folder, below, path)
      mkdirSync(dirname(target), { recursive: true })
      writeFileSync(target, text)
    }
  }

  run(
    command: string,
    args: readonly string[],
    below = '',
  ): { readonly output: string; readonly status: number | null } {
    const { stdout, stderr, status } = spawnSync(command, args, {
      cwd: join(this.folder, below),
      encoding: 'utf8',
      env: this.#environment(),
    })
    return { output: `${stdout}${stderr}`, status }
  }

  /** Writes the package of a model with the client that Prisma makes of its schema, where it has one. */
  async writeWithClient(model: Model, below: string): Promise<void> {
    const schema = [...prismaEmitter.emit(model)]
    this.write([...packageFiles(model), ...schema], below)
    if (schema.length === 0) return
    const cwd = join(this.folder, below, 'provider-db')
    await promisify(execFile)('prisma', ['generate'], { cwd, env: this.#environment() })
  }

  /** The same of many, each below its name. Two at a time, since it takes Prisma ten times as long to start as to do this. */
  async writeAllWithClients(models: readonly (readonly [name: string, model: Model])[]): Promise<void> {
    const left = models.values()
    const lane = async (): Promise<void> => {
      for (const [name, model] of left) await this.writeWithClient(model, name)
    }
    await Promise.all([lane(), lane()])
  }

  /** What the compiler says of a folder's tsconfig.json; nothing where it is content. */
  compile(below: string): string {
    return this.run('tsc', ['-p', '.'], below).output
  }

  url(path: string): string {
    return pathToFileURL(join(this.folder, path)).href
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }

  #environment(): NodeJS.ProcessEnv {
    const bin = join(import.meta.dirname, '../../../node_modules/.bin')
    return {
      ...process.env,
      PATH: `${bin}:${process.env.PATH}`,
      // Prisma would fetch an engine that it needs for migrations only.
      PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true',
      // Most of what it takes is to compile its own program.
      NODE_COMPILE_CACHE: join(this.folder, 'compiled'),
    }
  }
}
