import { type ChildProcess, spawn } from 'node:child_process'
import type { Command } from './run-once.ts'

/** A command that goes on running and says when it has done something. */
export class WatchedProcess implements AsyncDisposable {
  readonly #child: ChildProcess
  readonly #ended: Promise<number | null>
  /** What it has said and nobody has waited for. */
  #said = ''
  #onOutput: () => void = () => undefined

  constructor({ command: [file = '', ...args], cwd, env }: Command) {
    this.#child = spawn(file, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    this.#ended = new Promise((done) => this.#child.once('exit', done))
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#said += text
        this.#onOutput()
      })
  }

  /**
   * Waits until it says something new that matches, and forgets what it has said so far.
   *
   * @throws Error where it ends before, or says nothing of the kind within so many seconds
   */
  async says(pattern: RegExp, cap: number): Promise<RegExpExecArray> {
    const { promise, reject, resolve } = Promise.withResolvers<RegExpExecArray>()
    const fail = (why: string): void =>
      reject(new Error(`${why} before it said ${pattern}: ${this.#said.slice(-2000)}`))
    const timer = setTimeout(() => fail(`${cap} s passed`), cap * 1000)
    void this.#ended.then((code) => fail(`it ended with ${code}`))
    this.#onOutput = () => {
      const match = pattern.exec(this.#said)
      if (match !== null) resolve(match)
    }
    this.#onOutput()
    try {
      return await promise
    } finally {
      clearTimeout(timer)
      this.#onOutput = () => undefined
      this.#said = ''
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // TypeSpec's watch does not end when it is asked to.
    this.#child.kill('SIGKILL')
    await this.#ended
  }
}
