import { type Reads, Recorder, stillHold } from '../../base/recall/recorder.ts'
import { TracedMap } from '../../base/recall/traced-map.ts'
import { sameContent } from '../../base/same-content.ts'
import { sameItems } from '../../base/same-items.ts'
import type { Diagnostic, Report } from '../../diagnostic/diagnostic.ts'
import type { Entity } from '../../model/entity.ts'
import type { Enum, Mixin, ValueType } from '../../model/model.ts'
import type { Project } from '../../model/project.ts'
import type { Context } from './context.ts'
import type { Declarations, Declared } from './declarations.ts'
import type { EntityHead, EntityHeader } from './entity-header.ts'
import type { AssignedInverses, ClaimingEntity } from './inverse-claim.ts'
import type { DeclaredMixin, MixinLayer } from './mixin-layer.ts'
import type { Recall } from './recall.ts'
import { type Use, Uses } from './uses.ts'

/** What came of some work, and all that decides whether it would come again. */
interface Recollection<T> {
  readonly value: T
  readonly found: readonly Diagnostic[]
  readonly uses: readonly Use[]
  /** What the work was handed. */
  readonly inputs: readonly unknown[]
  /** What it looked up beside. */
  readonly reads: Reads
}

/** What is remembered, by name: of entities what is known before their fields are, with what they claim, and whole. */
interface Recalls {
  readonly enum: Recall<Enum>
  readonly valueType: Recall<ValueType>
  readonly declaredMixin: Recall<DeclaredMixin>
  readonly mixin: Recall<Mixin>
  readonly header: Recall<EntityHeader | undefined>
  readonly claiming: Recall<ClaimingEntity>
  readonly inverses: Recall<AssignedInverses>
  readonly entity: Recall<Entity>
}

/**
 * What `resolve` keeps from one run for the next: each declaration resolved, with its findings, the uses it noted, and
 * all that it looked up outside itself. It is taken over where each of these would be looked up alike again, and then
 * differs in nothing from what would be resolved anew: its spans are those of a file that still stands.
 */
export class ResolveMemory {
  readonly #recorder = new Recorder()
  readonly #turns: (() => void)[] = []
  #report: Report = () => undefined
  #uses = new Uses()
  #incomplete = false
  #project: Project | undefined

  // Of each thing that is looked up, no more can be seen than is compared.
  readonly #entities = new TracedMap<unknown>(this.#recorder, () => true)
  readonly #enumNames = new TracedMap<unknown>(this.#recorder, () => true)
  readonly #valueTypes = new TracedMap<Pick<Declared, 'broken'>>(this.#recorder, (a, b) => a.broken === b.broken)
  readonly #mixins = new TracedMap<Pick<Declared, 'broken' | 'node'>>(
    this.#recorder,
    (a, b) => a.node === b.node && a.broken === b.broken,
  )
  readonly enums: TracedMap<Enum> = new TracedMap(this.#recorder)
  readonly headers: TracedMap<EntityHead> = new TracedMap(
    this.#recorder,
    (a, b) => a.root === b.root && a.tenancy.mode === b.tenancy.mode,
  )
  readonly layers: TracedMap<readonly MixinLayer[]> = new TracedMap(this.#recorder, sameLayers)

  readonly recall: Recalls = {
    enum: this.#recalling(),
    header: this.#recalling(),
    declaredMixin: this.#recalling(),
    valueType: this.#recalling(),
    mixin: this.#recalling(),
    claiming: this.#recalling(),
    inverses: this.#recalling(),
    entity: this.#recalling(),
  }

  /** Where findings go. */
  readonly report: Report = (diagnostic) => this.#report(diagnostic)

  /** Where uses go. */
  get uses(): Uses {
    return this.#uses
  }

  /** Starts a run. What the last one did not ask for is forgotten. */
  begin(report: Report, incomplete: boolean): void {
    this.#report = report
    this.#uses = new Uses()
    for (const turn of this.#turns) turn()
    this.#incomplete = incomplete
  }

  /** What declarations may look up. What is filled later is turned to when it is there. */
  open({ entities, enums, mixins, valueTypes }: Declarations): Omit<Context, 'project' | 'isBroken' | 'undeclared'> {
    this.#entities.turnTo(entities)
    this.#enumNames.turnTo(enums)
    this.#mixins.turnTo(mixins)
    this.#valueTypes.turnTo(valueTypes)
    return {
      report: this.report,
      uses: { add: (key, span) => this.#uses.add(key, span) },
      declared: {
        entities: this.#entities,
        enums: this.#enumNames,
        mixins: this.#mixins,
        valueTypes: this.#valueTypes,
      },
      enums: this.enums,
      headers: this.headers,
      layers: this.layers,
    }
  }

  /** The project as it was, where it still says the same: what is resolved by it is told by it whether it changed. */
  keepProject(project: Project): Project {
    const isSame = this.#project?.file === project.file && sameContent(this.#project, project)
    if (!isSame || this.#project === undefined) this.#project = project
    return this.#project
  }

  /** Whether a file that could not be read may declare more. */
  isIncomplete(): boolean {
    const given = this.#incomplete
    this.#recorder.note(this, 'incomplete', () => this.#incomplete === given)
    return given
  }

  #recalling<T>(): Recall<T> {
    let before = new Map<string, Recollection<T>>()
    let now = new Map<string, Recollection<T>>()
    this.#turns.push(() => {
      // Of a spec that could not be read whole, more will be asked when it can be again.
      before = this.#incomplete ? new Map([...before, ...now]) : now
      now = new Map()
    })
    return (name, inputs, work) => {
      const known = before.get(name)
      const isSame = known !== undefined && sameItems(known.inputs, inputs) && stillHold(known.reads)
      const kept = isSame ? known : this.#do(inputs, work)
      now.set(name, kept)
      for (const diagnostic of kept.found) this.#report(diagnostic)
      this.#uses.addAll(kept.uses)
      return kept.value
    }
  }

  /** Does the work, its findings and uses held back: they are told each time it is recalled. */
  #do<T>(inputs: readonly unknown[], work: () => T): Recollection<T> {
    const [report, uses] = [this.#report, this.#uses]
    const found: Diagnostic[] = []
    const own = new Uses()
    this.#report = (diagnostic) => found.push(diagnostic)
    this.#uses = own
    try {
      const { value, reads } = this.#recorder.record(work)
      return { value, found, uses: own.list(), inputs, reads }
    } finally {
      this.#report = report
      this.#uses = uses
    }
  }
}

function sameLayers(a: readonly MixinLayer[], b: readonly MixinLayer[]): boolean {
  return a.length === b.length && a.every(({ role, fields }, at) => role === b[at]?.role && fields === b[at]?.fields)
}
