import { type MessagePort, workerData } from 'node:worker_threads'
import { modelOf } from '../../analyze.ts'
import { emitters } from '../../emit/index.ts'
import { type GeneratedFile, generateEach } from '../../generate.ts'
import { type Batch, batchLength, counters, type Job, mayWait } from './message.ts'

/** Where this module stands: a thread that is started with it works, any other that imports it does not. */
export const threadUrl: URL = new URL(import.meta.url)

/** What the thread finds as its data, so that it knows itself. */
export interface ThreadData {
  readonly stowage: 'emit'
  readonly port: MessagePort
  readonly shared: SharedArrayBuffer
}

const data: unknown = workerData
if (isThreadData(data)) {
  const { port, shared } = data
  // All modules are there when a message is.
  port.once('message', (job: Job) => {
    work(job, port, new Int32Array(shared))
    port.close()
  })
}

function isThreadData(value: unknown): value is ThreadData {
  return typeof value === 'object' && value !== null && 'stowage' in value && value.stowage === 'emit'
}

/** Understands the spec anew, which is quicker than to be handed a model: the other thread is busy with its rules meanwhile. */
function work({ emitters: names, files }: Job, port: MessagePort, at: Int32Array): void {
  const times = new Map<string, number>()
  let batch: GeneratedFile[] = []
  let length = 0
  const send = (last: Omit<Batch, 'files'> = {}): void => {
    waitForRoom(at)
    const message: Batch = { files: batch, ...last }
    port.postMessage(message)
    batch = []
    length = 0
    Atomics.add(at, counters.sent, 1)
    Atomics.notify(at, counters.sent)
  }
  try {
    const model = modelOf(files)
    if (model === undefined) throw new Error('the second thread reads the same spec and finds no model in it')
    const chosen = emitters.filter(({ name }) => names.includes(name))
    const made = generateEach(model, chosen, ({ name }, run) => {
      const start = performance.now()
      const result = run()
      times.set(name, (times.get(name) ?? 0) + performance.now() - start)
      return result
    })
    for (const file of made) {
      batch.push(file)
      length += file.text.length
      if (length >= batchLength) send()
    }
    send({ times })
  } catch {
    // Whoever waits makes these files by himself, and finds what is wrong where it can be told.
    send({ failed: true })
  }
}

function waitForRoom(at: Int32Array): void {
  for (;;) {
    const taken = Atomics.load(at, counters.taken)
    if (Atomics.load(at, counters.sent) - taken < mayWait) return
    Atomics.wait(at, counters.taken, taken)
  }
}
