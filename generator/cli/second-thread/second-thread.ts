import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads'
import type { GeneratedFile } from '../../generate.ts'
import { type Batch, counters, type Job } from './message.ts'
import { type ThreadData, threadUrl } from './thread.ts'

/** How long nothing may be heard of the other thread, in milliseconds, before it is given up. */
const longSilence = 60_000

/** How a second thread ended. */
export type Ended = 'done' | 'gave up'

/**
 * A thread of its own that reads a spec and runs some emitters, while this one runs the others. It changes nothing but the time a
 * run takes: where it cannot be had, or fails, its files are to be made here.
 */
export class SecondThread {
  readonly #worker: Worker
  readonly #port: MessagePort
  readonly #at: Int32Array
  readonly #patience: number
  #received = 0
  #ended: Ended | undefined
  #times: ReadonlyMap<string, number> = new Map()

  /** @param patience milliseconds of silence after which it is given up */
  constructor(job: Job, patience: number = longSilence) {
    this.#patience = patience
    const shared = new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT)
    const { port1, port2 } = new MessageChannel()
    const data: ThreadData = { stowage: 'emit', port: port2, shared }
    this.#at = new Int32Array(shared)
    this.#port = port1
    this.#worker = new Worker(threadUrl, { workerData: data, transferList: [port2] })
    // Its silence says enough.
    this.#worker.on('error', () => undefined)
    this.#worker.unref()
    this.#port.postMessage(job)
  }

  /** The milliseconds that each of its emitters took, when it has ended. */
  get times(): ReadonlyMap<string, number> {
    return this.#times
  }

  /** What it has made since it was asked last; never waits. */
  *ready(): Iterable<GeneratedFile> {
    for (let batch = this.#take(); batch !== undefined; batch = this.#take()) yield* batch.files
  }

  /** All that it makes from now on, and how it ended. This thread stands still meanwhile. */
  *rest(): Generator<GeneratedFile, Ended, void> {
    while (this.#ended === undefined) {
      yield* this.ready()
      if (this.#ended !== undefined) break
      const answer = Atomics.wait(this.#at, counters.sent, this.#received, this.#patience)
      if (answer === 'timed-out') this.#ended = 'gave up'
    }
    return this.#ended
  }

  /** Ends it, whatever it does. */
  async end(): Promise<void> {
    this.#port.close()
    await this.#worker.terminate()
  }

  #take(): Batch | undefined {
    if (this.#ended !== undefined || Atomics.load(this.#at, counters.sent) === this.#received) return undefined
    const received: { readonly message: Batch } | undefined = receiveMessageOnPort(this.#port)
    if (received === undefined) return undefined
    const { message } = received
    this.#received += 1
    Atomics.add(this.#at, counters.taken, 1)
    Atomics.notify(this.#at, counters.taken)
    if (message.failed === true) this.#ended = 'gave up'
    else if (message.times !== undefined) {
      this.#ended = 'done'
      this.#times = message.times
    }
    return message
  }
}
