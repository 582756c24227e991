import ELK, { type ELK as Elk } from 'elkjs/lib/elk-api.js'
import { type ElkBox, elkInput } from '../core/elk-input.ts'
import { placementOf } from '../core/elk-output.ts'
import type { Placement } from '../core/placement.ts'
import type { Scene } from '../core/scene.ts'

interface Started {
  readonly elk: Elk
  /** Rejected where the worker could not be loaded: ELK itself would wait for ever. */
  readonly failed: Promise<never>
}

/** Lays scenes out in a worker, one at a time: a newer one stops the one before. */
export class ElkLayout {
  #started: Started | undefined
  #running = 0

  async place(scene: Scene): Promise<Placement> {
    if (this.#running > 0) this.stop()
    this.#started ??= start()
    const { elk, failed } = this.#started
    this.#running += 1
    const layout = elk.layout(elkInput(scene) as Parameters<Elk['layout']>[0])
    const laid = await Promise.race([layout, failed])
    this.#running -= 1
    return placementOf(scene, laid as ElkBox)
  }

  /** Ends the worker; a layout that runs is never answered. */
  stop(): void {
    this.#started?.elk.terminateWorker()
    this.#started = undefined
    this.#running = 0
  }
}

/** The worker's file lies beside the one that this code was bundled into. */
function start(): Started {
  const worker = new Worker(import.meta.url.replace(/[^/]*$/, 'elk-worker.js'))
  const failed = new Promise<never>((_resolve, reject) => {
    worker.addEventListener('error', () => reject(new Error('the layout worker could not be started')))
  })
  // It may fail when nobody waits for it.
  failed.catch(() => undefined)
  return { elk: new ELK({ workerFactory: () => worker }), failed }
}
