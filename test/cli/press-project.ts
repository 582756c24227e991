import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { vi } from 'vitest'
import type { World } from '../runtime/support/world.ts'
import { TemporaryFolder } from '../support/temporary-folder.ts'

/** The press's spec as a project of somebody, and the environment that says where a world's stores are. */
export class PressProject implements Disposable {
  readonly #folder: TemporaryFolder = new TemporaryFolder()
  readonly env: Readonly<Record<string, string>>

  constructor({ facts, description }: World) {
    cpSync('test/runtime/spec', join(this.#folder.path, 'spec'), { recursive: true })
    const { s3 } = description
    this.env = {
      [description.urls.postgres ?? '']: facts.postgresUrl,
      [description.urls.mongo ?? '']: facts.mongoUrl,
      [s3?.endpoint ?? '']: facts.s3.endpoint,
      [s3?.region ?? '']: facts.s3.region,
      ...Object.fromEntries(
        Object.entries(s3?.buckets ?? {}).map(([name, { env }]) => [env, facts.s3.buckets[name] ?? '']),
      ),
    }
    // The SDK looks for them itself.
    vi.stubEnv('AWS_ACCESS_KEY_ID', facts.s3.credentials.accessKeyId)
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', facts.s3.credentials.secretAccessKey)
  }

  get path(): string {
    return this.#folder.path
  }

  [Symbol.dispose](): void {
    vi.unstubAllEnvs()
    this.#folder[Symbol.dispose]()
  }
}
