import type { Field } from '../../model/field.ts'
import type { Span } from '../../source/source-file.ts'
import type { ScalarNode } from '../node.ts'
import type { Context } from './context.ts'
import type { FieldDeclaration } from './field-declaration.ts'
import type { PartFields } from './part-fields.ts'
import { innerSpan } from './read.ts'
import { isSlip, unknownName } from './unknown-name.ts'

/** A part while its keys are resolved: looks its fields up, and notes where they are named. */
export class PartScope {
  readonly fields: readonly Field[]
  /** Made when a first name is looked up: few parts name their fields. */
  #known: ReadonlyMap<string, Field> | undefined
  readonly #part: PartFields
  readonly #title: string
  readonly #context: Context

  constructor(title: string, part: PartFields, context: Context) {
    this.fields = part.fields
    this.#part = part
    this.#title = title
    this.#context = context
  }

  get #byName(): ReadonlyMap<string, Field> {
    this.#known ??= new Map(this.fields.map((field) => [field.name, field]))
    return this.#known
  }

  field(name: string, span: Span): Field | undefined {
    const field = this.#byName.get(name)
    const owner = field?.origin.kind === 'tenant' ? 'tenancy' : this.#declaration(name)?.owner
    if (owner !== undefined && span.end - span.start <= name.length)
      this.#context.uses.add(`field:${owner}.${name}`, span)
    if (field === undefined && !this.#part.unknown.has(name)) {
      const message = `${this.#title} has no field \`${name}\``
      const report = unknownName('resolve/unknown-field', message, name, span, this.#byName.keys())
      if (!this.#part.open || isSlip(report)) this.#context.report(report)
    }
    return field
  }

  fieldAt(node: ScalarNode): Field | undefined {
    return this.field(String(node.value), innerSpan(node))
  }

  get(name: string): Field | undefined {
    return this.#byName.get(name)
  }

  get declarations(): readonly FieldDeclaration[] {
    return this.#part.declarations
  }

  #declaration(name: string): FieldDeclaration | undefined {
    return this.#part.declarations.find((declaration) => declaration.name === name)
  }

  get tenant(): Field | undefined {
    return this.fields.find((field) => field.origin.kind === 'tenant')
  }

  get publicId(): Field | undefined {
    return this.fields.find((field) => field.publicId)
  }

  /** The time of creation: the first timestamp of a base mixin that starts with the present. */
  get created(): Field | undefined {
    return this.fields.find(
      ({ origin, type, default: start }) =>
        origin.kind === 'mixin' &&
        origin.role === 'base' &&
        type.kind === 'scalar' &&
        type.scalar === 'timestamp' &&
        start?.kind === 'now',
    )
  }

  /** Whether every field that the part may have is known. */
  get complete(): boolean {
    return !this.#part.open && this.#part.unknown.size === 0
  }

  get primary(): Field | undefined {
    return this.fields.find((field) => field.primary)
  }
}
