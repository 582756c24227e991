import { Cell, Recorder } from '../../base/recall/recorder.ts'
import { TracedMap } from '../../base/recall/traced-map.ts'
import type { Entity } from '../entity.ts'
import type { Domain, Enum, Mixin, Model, Reference, ValueType } from '../model.ts'
import { Reconciled } from './reconcile.ts'

/** The parts of a model that are lists or whole things. */
const parts = [
  'project',
  'files',
  'domains',
  'enums',
  'valueTypes',
  'mixins',
  'entities',
  'uses',
  'unsound',
] as const satisfies readonly (keyof Model)[]

type Part = (typeof parts)[number]

/**
 * One model after another, of the same spec as it is edited: what means the same stays the same object, and each reading of
 * a part is noted, so that work which read what is otherwise now knows of it.
 */
export class ModelMemory {
  readonly recorder: Recorder = new Recorder()
  readonly #reconciled: Reconciled | undefined
  readonly #maps = {
    domains: new TracedMap<Domain>(this.recorder),
    enums: new TracedMap<Enum>(this.recorder),
    valueTypes: new TracedMap<ValueType>(this.recorder),
    mixins: new TracedMap<Mixin>(this.recorder),
    entities: new TracedMap<Entity>(this.recorder),
  }
  readonly #references = new TracedMap<readonly Reference[]>(this.recorder)
  readonly #parts: Readonly<Record<Part, Cell>> = {
    project: new Cell(),
    files: new Cell(),
    domains: new Cell(),
    enums: new Cell(),
    valueTypes: new Cell(),
    mixins: new Cell(),
    entities: new Cell(),
    uses: new Cell(),
    unsound: new Cell(),
  }
  #now: Model | undefined
  #current: Model | undefined

  /** @param whereverItStands whether what means the same is the same, so that spans do not count and may be those of then */
  constructor(whereverItStands = true) {
    this.#reconciled = whereverItStands ? new Reconciled() : undefined
  }

  /** How many models there were. */
  get turn(): number {
    return this.recorder.turn
  }

  /** The model of this turn, as it is to be read. */
  get current(): Model | undefined {
    return this.#current
  }

  /** Takes the next model, and gives it as it is to be read. */
  turnTo(model: Model): Model {
    this.recorder.nextTurn()
    const before = this.#now
    const now = this.#reconciled?.next(model) ?? model
    this.#now = now
    for (const part of parts) if (now[part] !== before?.[part]) this.#parts[part].change()
    this.#maps.domains.turnTo(now.byName.domains)
    this.#maps.enums.turnTo(now.byName.enums)
    this.#maps.valueTypes.turnTo(now.byName.valueTypes)
    this.#maps.mixins.turnTo(now.byName.mixins)
    this.#maps.entities.turnTo(now.byName.entities)
    this.#references.turnTo(now.references)
    this.#current = new RememberedModel(this, model, now, (part) => this.recorder.note(this.#parts[part]), {
      byName: this.#maps,
      references: this.#references,
    })
    return this.#current
  }
}

/** A model whose readings are noted. */
class RememberedModel implements Model {
  readonly byName: Model['byName']
  readonly references: Model['references']
  readonly #memory: ModelMemory
  readonly #present: Model
  readonly #standing: Model
  readonly #note: (part: Part) => void

  constructor(
    memory: ModelMemory,
    present: Model,
    standing: Model,
    note: (part: Part) => void,
    maps: Pick<Model, 'byName' | 'references'>,
  ) {
    this.#memory = memory
    this.#present = present
    this.#standing = standing
    this.#note = note
    this.byName = maps.byName
    this.references = maps.references
  }

  static memoryOf(model: Model): ModelMemory | undefined {
    return #memory in model ? model.#memory : undefined
  }

  static presentOf(model: Model): Model {
    return #present in model ? model.#present : model
  }

  get project(): Model['project'] {
    return this.#read('project')
  }

  get files(): Model['files'] {
    return this.#read('files')
  }

  get domains(): Model['domains'] {
    return this.#read('domains')
  }

  get enums(): Model['enums'] {
    return this.#read('enums')
  }

  get valueTypes(): Model['valueTypes'] {
    return this.#read('valueTypes')
  }

  get mixins(): Model['mixins'] {
    return this.#read('mixins')
  }

  get entities(): Model['entities'] {
    return this.#read('entities')
  }

  get uses(): Model['uses'] {
    return this.#read('uses')
  }

  get unsound(): Model['unsound'] {
    return this.#read('unsound')
  }

  #read<K extends Part>(part: K): Model[K] {
    this.#note(part)
    return this.#standing[part]
  }
}

/** The memory that a model is read through; none where a spec is read once. */
export function memoryOf(model: Model): ModelMemory | undefined {
  return RememberedModel.memoryOf(model)
}

/** The model with the spans of now: in one that is read through a memory they may be those of an earlier text. */
export function presentModel(model: Model): Model {
  return RememberedModel.presentOf(model)
}
