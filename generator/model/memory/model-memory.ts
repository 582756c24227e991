import { Recorder } from '../../base/recall/recorder.ts'
import { TracedMap } from '../../base/recall/traced-map.ts'
import type { Entity } from '../entity.ts'
import type { Domain, Enum, Mixin, Model, Reference, ValueType } from '../model.ts'
import { Reconciled } from './reconcile.ts'

/** The parts of a model that are lists or whole things. */
type Part = 'project' | 'files' | 'domains' | 'enums' | 'valueTypes' | 'mixins' | 'entities' | 'uses' | 'unsound'

/**
 * One model after another, of the same spec as it is edited: what means the same stays the same object, and each reading of
 * a part is noted, so that work can be told which reads the same as before.
 */
export class ModelMemory {
  readonly recorder: Recorder = new Recorder()
  readonly #reconciled = new Reconciled()
  readonly #maps = {
    domains: new TracedMap<Domain>(this.recorder),
    enums: new TracedMap<Enum>(this.recorder),
    valueTypes: new TracedMap<ValueType>(this.recorder),
    mixins: new TracedMap<Mixin>(this.recorder),
    entities: new TracedMap<Entity>(this.recorder),
  }
  readonly #references = new TracedMap<readonly Reference[]>(this.recorder)
  readonly #parts = {}
  #now: Model | undefined
  #current: Model | undefined
  #turn = 0

  /** How many models there were. */
  get turn(): number {
    return this.#turn
  }

  /** The model of this turn, as it is to be read. */
  get current(): Model | undefined {
    return this.#current
  }

  /** Takes the next model, and gives it as it is to be read. */
  turnTo(model: Model): Model {
    this.#turn += 1
    const now = this.#reconciled.next(model)
    this.#now = now
    this.#maps.domains.turnTo(now.byName.domains)
    this.#maps.enums.turnTo(now.byName.enums)
    this.#maps.valueTypes.turnTo(now.byName.valueTypes)
    this.#maps.mixins.turnTo(now.byName.mixins)
    this.#maps.entities.turnTo(now.byName.entities)
    this.#references.turnTo(now.references)
    const traced = this.#traced(now)
    memories.set(traced, { memory: this, present: model })
    this.#current = traced
    return traced
  }

  #traced(now: Model): Model {
    const read = <K extends Part>(part: K): Model[K] => {
      const given = now[part]
      if (this.recorder.isNew(this.#parts, part))
        this.recorder.note(this.#parts, part, () => this.#now?.[part] === given)
      return given
    }
    return {
      get project() {
        return read('project')
      },
      get files() {
        return read('files')
      },
      get domains() {
        return read('domains')
      },
      get enums() {
        return read('enums')
      },
      get valueTypes() {
        return read('valueTypes')
      },
      get mixins() {
        return read('mixins')
      },
      get entities() {
        return read('entities')
      },
      get uses() {
        return read('uses')
      },
      get unsound() {
        return read('unsound')
      },
      byName: this.#maps,
      references: this.#references,
    }
  }
}

const memories = new WeakMap<Model, { readonly memory: ModelMemory; readonly present: Model }>()

/** The memory that a model is read through; none where a spec is read once. */
export function memoryOf(model: Model): ModelMemory | undefined {
  return memories.get(model)?.memory
}

/** The model with the spans of now: in one that is read through a memory they may be those of an earlier text. */
export function presentModel(model: Model): Model {
  return memories.get(model)?.present ?? model
}
