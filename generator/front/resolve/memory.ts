import { Recollections } from '../../base/recall/recollections.ts'
import { Cell, Recorder } from '../../base/recall/recorder.ts'
import { runsOf } from '../../base/recall/runs.ts'
import { TracedMap } from '../../base/recall/traced-map.ts'
import { sameContent } from '../../base/same-content.ts'
import type { Diagnostic, Report } from '../../diagnostic/diagnostic.ts'
import type { Field } from '../../model/field.ts'
import type { Enum, Mixin, ValueType } from '../../model/model.ts'
import type { Project } from '../../model/project.ts'
import type { Context } from './context.ts'
import type { Declarations, Declared } from './declarations.ts'
import type { EntityHead, EntityHeader } from './entity-header.ts'
import type { FieldDeclaration } from './field-declaration.ts'
import type { FieldPlace } from './field-type.ts'
import { InverseSides } from './inverse.ts'
import type { ClaimingEntity } from './inverse-claim.ts'
import type { DeclaredMixin, MixinLayer } from './mixin-layer.ts'
import { PhysicalNames } from './physical-names.ts'
import type { Recall, RecallEach } from './recall.ts'
import { References } from './references.ts'
import { SortedNames } from './sorted-names.ts'
import { type Use, Uses } from './uses.ts'

/** What came of some work, with what it told. */
interface Resolved<T> {
  readonly value: T
  readonly found: readonly Diagnostic[]
  readonly uses: readonly Use[]
}

/** What is remembered, by name: of entities what is known before their fields are, and with what they claim of others. */
interface Recalls {
  readonly enum: Recall<Enum>
  readonly valueType: Recall<ValueType>
  readonly declaredMixin: Recall<DeclaredMixin>
  readonly mixin: Recall<Mixin>
  readonly headers: RecallEach<Declared, EntityHeader | undefined>
  readonly claiming: RecallEach<EntityHeader, ClaimingEntity>
}

/**
 * What `resolve` keeps from one run for the next: each declaration resolved, with its findings, the uses it noted, and
 * all that it looked up outside itself. It is taken over where each of these would be looked up alike again, and then
 * differs in nothing from what would be resolved anew: its spans are those of a file that still stands.
 */
export class ResolveMemory {
  readonly #recorder = new Recorder()
  readonly #keeps: boolean
  readonly #recallField: Recall<Field | undefined>
  readonly #resolvedOnce: Readonly<
    Record<FieldPlace['store'], Map<FieldDeclaration, { readonly value: Field | undefined }>>
  > = { postgres: new Map(), mongo: new Map(), value: new Map() }
  #report: Report = () => undefined
  #uses = new Uses()
  #incomplete = false
  readonly #completeness = new Cell()
  #project: Project | undefined
  #audited: { readonly of: Project; readonly audited: Project } | undefined

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

  readonly recall: Recalls

  // What is put together of all declarations, and brought up to date by those that changed.
  readonly order: SortedNames = new SortedNames()
  readonly inverses: InverseSides = new InverseSides()
  readonly references: References = new References()
  readonly physicalNames: PhysicalNames = new PhysicalNames()

  /** @param keeps whether there will be another run: one that is the only one pays for no memory */
  constructor(keeps = true) {
    this.#keeps = keeps
    this.#recallField = this.#recalling()
    this.recall = {
      enum: this.#recalling(),
      headers: this.#recallingEach(),
      declaredMixin: this.#recalling(),
      valueType: this.#recalling(),
      mixin: this.#recalling(),
      claiming: this.#recallingEach(),
    }
  }

  /** Where findings go. */
  readonly report: Report = (diagnostic) => this.#report(diagnostic)

  /** Where uses go. */
  get uses(): Uses {
    return this.#uses
  }

  /** Starts a run. */
  begin(report: Report, incomplete: boolean): void {
    this.#report = report
    this.#uses = new Uses()
    this.#recorder.nextTurn()
    if (incomplete !== this.#incomplete) this.#completeness.change()
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
      sharedField: (field, store, work) => this.#sharedField(field, store, work),
    }
  }

  /** The project as it was, where it still says the same: what is resolved by it is told by it whether it changed. */
  keepProject(project: Project): Project {
    const isSame = this.#project?.file === project.file && sameContent(this.#project, project)
    if (!isSame || this.#project === undefined) this.#project = project
    return this.#project
  }

  /** The project with what is known of it last: the very same as before where both are. */
  keepAudited(project: Project, audit: Project['audit']): Project {
    if (audit === undefined) return project
    const known = this.#audited
    if (known?.of === project && sameContent(known.audited.audit, audit)) return known.audited
    const audited = { ...project, audit }
    this.#audited = { of: project, audited }
    return audited
  }

  /** Whether a file that could not be read may declare more. */
  isIncomplete(): boolean {
    this.#recorder.note(this.#completeness)
    return this.#incomplete
  }

  /** Where nothing is kept, what was told of a field once need not be told again: it would be of the very same places. */
  #sharedField(field: FieldDeclaration, store: FieldPlace['store'], work: () => Field | undefined): Field | undefined {
    if (this.#keeps) {
      const { name, origin, owner } = field
      const role = origin.kind === 'mixin' ? origin.role : ''
      return this.#recallField(`${owner}.${name} ${role} ${store}`, [field, this.#project], work)
    }
    const known = this.#resolvedOnce[store].get(field)
    if (known !== undefined) return known.value
    const value = work()
    this.#resolvedOnce[store].set(field, { value })
    return value
  }

  #recalling<T>(): Recall<T> {
    if (!this.#keeps) return (_name, _inputs, work) => work()
    const resolved = new Recollections<Resolved<T>>(this.#recorder)
    return (name, inputs, work) => {
      const { found, uses, value } = resolved.recall(name, inputs, () => this.#do(work))
      for (const diagnostic of found) this.#report(diagnostic)
      this.#uses.addAll(uses)
      return value
    }
  }

  #recallingEach<Item extends { readonly name: string }, T>(): RecallEach<Item, T> {
    if (!this.#keeps) return (items, _project, work) => items.map(work)
    const recallRun: Recall<readonly T[]> = this.#recalling()
    const recallOne: Recall<T> = this.#recalling()
    return (items, project, work) => {
      const all: T[] = []
      for (const [name, run] of runsOf(items)) {
        const one = (item: Item): T => recallOne(item.name, [item, project], () => work(item))
        all.push(...recallRun(name, [project, ...run], () => run.map(one)))
      }
      return all
    }
  }

  /** Does the work, its findings and uses held back: they are told each time it is recalled. */
  #do<T>(work: () => T): Resolved<T> {
    const [report, uses] = [this.#report, this.#uses]
    const found: Diagnostic[] = []
    const own = new Uses()
    this.#report = (diagnostic) => found.push(diagnostic)
    this.#uses = own
    try {
      return { value: work(), found, uses: own.list() }
    } finally {
      this.#report = report
      this.#uses = uses
    }
  }
}

function sameLayers(a: readonly MixinLayer[], b: readonly MixinLayer[]): boolean {
  return a.length === b.length && a.every(({ role, fields }, at) => role === b[at]?.role && fields === b[at]?.fields)
}
