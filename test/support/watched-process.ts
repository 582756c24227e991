import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { vi } from 'vitest'

/** How long something may take that happens at once on a machine that has nothing else to do. */
const patience = 30_000

/** A `stowage generate --watch` of its own process, and what it has said. */
export class WatchedProcess implements AsyncDisposable {
  readonly #child: ChildProcess
  #said = ''
  #read = 0

  constructor(folder: string, ...options: readonly string[]) {
    const main = resolve(import.meta.dirname, '../../generator/cli/main.ts')
    this.#child = spawn(process.execPath, [main, 'generate', '--watch', ...options], { cwd: folder })
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#said += text
      })
    }
  }

  /** All that it has said since the last call that waited. */
  get news(): string {
    return this.#said.slice(this.#read)
  }

  /** Waits until it says something, and gives back all that it said up to that line's end. */
  async says(text: string | RegExp): Promise<string> {
    const news = await vi.waitFor(
      () => {
        const found = typeof text === 'string' ? this.news.indexOf(text) : this.news.search(text)
        const end = found === -1 ? -1 : this.news.indexOf('\n', found)
        if (end === -1) throw new Error(`it does not say ${String(text)}, but:\n${this.news}`)
        return this.news.slice(0, end + 1)
      },
      { timeout: patience, interval: 10 },
    )
    this.#read += news.length
    return news
  }

  /** Ends it by a signal, and gives back how it ended. */
  async end(
    signal: 'SIGINT' | 'SIGTERM' = 'SIGINT',
  ): Promise<{ readonly code: number | null; readonly signal: unknown }> {
    const ended = once(this.#child, 'close')
    this.#child.kill(signal)
    const [code, by] = await ended
    return { code, signal: by }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      const ended = once(this.#child, 'close')
      this.#child.kill('SIGKILL')
      await ended
    }
  }
}
