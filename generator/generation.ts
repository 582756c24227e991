import type { Emitter } from './emit/emitter.ts'
import { type Around, type GeneratedFile, generate, generateEach } from './generate.ts'
import { ModelMemory } from './model/memory/model-memory.ts'
import type { Model } from './model/model.ts'

/**
 * Generates from one model after another, of the same spec as it is edited: what would come out the same is not made again.
 * What it gives is always what `generate` would give.
 */
export class Generation {
  readonly #emitters: readonly Emitter[]
  readonly #memory = new ModelMemory()

  constructor(emitters: readonly Emitter[]) {
    this.#emitters = emitters
  }

  generate(model: Model, around?: Around): readonly GeneratedFile[] {
    return generate(this.#memory.turnTo(model), this.#emitters, around)
  }

  /** The same files in the order in which they are made, which stays the same as long as none comes or goes. */
  asMade(model: Model, around?: Around): readonly GeneratedFile[] {
    return [...generateEach(this.#memory.turnTo(model), this.#emitters, around)]
  }
}
