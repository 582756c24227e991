import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Errand } from './child.ts'

/** Processes that will be killed: the next ones start while one is being judged. */
export class Victims {
  readonly #folder: string
  readonly #waiting: ChildProcess[] = []

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Gives an errand to a process, which dies of it. Rejects where it lives to the end, or dies of something else. */
  async die(errand: Errand): Promise<void> {
    const victim = this.#waiting.shift() ?? this.#start()
    while (this.#waiting.length < 1) this.#waiting.push(this.#start())
    const [{ stdin, stderr }, ended] = [victim, once(victim, 'close')]
    if (stdin === null || stderr === null) throw new TypeError('the process has no streams')
    const said = text(stderr)
    stdin.end(JSON.stringify(errand))
    const [, signal] = await ended
    if (signal !== 'SIGKILL') throw new Error(`the process was not killed at that point\n${await said}`)
  }

  end(): void {
    for (const victim of this.#waiting.splice(0)) victim.kill('SIGKILL')
  }

  #start(): ChildProcess {
    return spawn(process.execPath, [join(import.meta.dirname, 'child.ts'), this.#folder], {
      stdio: ['pipe', 'ignore', 'pipe'],
    })
  }
}
