import { Worker } from 'node:worker_threads'
import type { PrismaFiles, PrismaReading } from './prisma-engine.ts'

interface Waiting {
  readonly resolve: (reading: PrismaReading) => void
  readonly reject: (error: unknown) => void
}

/** Prisma's engine in a thread of its own, for texts that might make it panic: then the reading is rejected. */
export class PrismaEngineApart {
  #worker: Worker | undefined
  #asked = 0
  readonly #waiting = new Map<number, Waiting>()

  read(files: PrismaFiles): Promise<PrismaReading> {
    this.#worker ??= this.#start()
    const worker = this.#worker
    this.#asked += 1
    const id = this.#asked
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      worker.postMessage({ id, files })
    })
  }

  async close(): Promise<void> {
    await this.#worker?.terminate()
  }

  #start(): Worker {
    const worker = new Worker(new URL('./prisma-engine-worker.ts', import.meta.url))
    worker.on('message', ({ id, reading }: { readonly id: number; readonly reading: PrismaReading }) => {
      this.#waiting.get(id)?.resolve(reading)
      this.#waiting.delete(id)
    })
    worker.on('error', (error) => this.#fail(error))
    worker.on('exit', () => this.#fail(new Error('the thread of Prisma’s engine ended')))
    return worker
  }

  #fail(error: unknown): void {
    this.#worker = undefined
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }
}
