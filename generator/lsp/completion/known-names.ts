import type { Entity } from '../../model/entity.ts'
import type { Field } from '../../model/field.ts'
import { fieldOf } from '../../model/lookup.ts'
import type { Enum, Mixin, ValueType } from '../../model/model.ts'
import type { Bucket } from '../../model/project.ts'
import type { FieldHolder } from '../language/value-place.ts'
import type { Outline } from '../outline/outline.ts'
import { readOutline } from '../outline/read-outline.ts'
import type { EditedDocument, ProjectView } from '../project-view.ts'

/** A name that can be used, and the thing where the model has it: what was typed a moment ago is in the text alone. */
export interface Known<T> {
  readonly name: string
  readonly thing?: T
}

/** The names of a project as they can be used in a text that is being written. */
export class KnownNames {
  readonly #view: ProjectView
  readonly #document: EditedDocument
  #outline: Outline | undefined

  constructor(view: ProjectView, document: EditedDocument) {
    this.#view = view
    this.#document = document
  }

  entities(): readonly Known<Entity>[] {
    return this.#named(this.#view.model?.entities ?? [], ['entities'])
  }

  enums(): readonly Known<Enum>[] {
    return this.#named(this.#view.model?.enums ?? [], ['enums'])
  }

  valueTypes(): readonly Known<ValueType>[] {
    return this.#named(this.#view.model?.valueTypes ?? [], ['types'])
  }

  mixins(): readonly Known<Mixin>[] {
    return this.#named(this.#view.model?.mixins ?? [], ['mixins'])
  }

  buckets(): readonly Known<Bucket>[] {
    return this.#named(this.#view.model?.project.stores.s3?.buckets ?? [], ['stores', 's3', 'buckets'])
  }

  objects(entity: string): readonly Known<{ readonly about?: string }>[] {
    const known = this.#view.model?.byName.entities.get(entity)?.s3?.objects ?? []
    return this.#named(known, ['entities', entity, 's3', 'objects'])
  }

  fields(holder: FieldHolder): readonly Known<Field>[] {
    const { byName } = this.#view.model ?? {}
    switch (holder.kind) {
      case 'part': {
        const part = byName?.entities.get(holder.entity)?.[holder.store]
        return this.#named(part?.fields ?? [], ['entities', holder.entity, holder.store, 'fields'])
      }
      case 'mixin':
        return this.#named(byName?.mixins.get(holder.name)?.fields ?? [], ['mixins', holder.name, 'fields'])
      case 'shape':
        return this.#named(byName?.valueTypes.get(holder.name)?.fields ?? [], ['types', holder.name, 'fields'])
    }
  }

  /** The fields of the documents that keep what was done. */
  audited(): readonly Known<Field>[] {
    const entity = this.#textAt(['audit', 'entity']) ?? this.#view.model?.project.audit?.entity
    return entity === undefined ? [] : this.fields({ kind: 'part', entity, store: 'mongo' })
  }

  field(holder: FieldHolder, name: string): Field | undefined {
    return this.fields(holder).find((known) => known.name === name)?.thing
  }

  /** The values of an enum that a field of a part holds. */
  enumOf(field: Field | undefined): Enum | undefined {
    return field?.type.kind === 'enum' ? this.#view.model?.byName.enums.get(field.type.enum) : undefined
  }

  /** The enum of a part's life cycle. */
  lifecycleEnum(part: Extract<FieldHolder, { kind: 'part' }>): Enum | undefined {
    const held = this.#view.model?.byName.entities.get(part.entity)?.[part.store]
    if (held === undefined) return undefined
    const written = this.#textAt(['entities', part.entity, part.store, 'lifecycle', 'field'])
    if (written !== undefined) return this.enumOf(fieldOf(held, written))
    return this.enumOf(held.fields.find(({ type }) => type.kind === 'enum'))
  }

  /** Those of the model, then those that only the text has. */
  #named<T extends { readonly name: string }>(things: readonly T[], path: readonly string[]): readonly Known<T>[] {
    const names = new Set(things.map(({ name }) => name))
    const written = this.#keysAt(path).filter((name) => !names.has(name))
    return [...things.map((thing) => ({ name: thing.name, thing })), ...written.map((name) => ({ name }))]
  }

  #keysAt(path: readonly string[]): readonly string[] {
    const node = this.#nodeAt(path)
    if (node?.kind !== 'map') return []
    return node.entries.flatMap(({ key, colon }) => {
      const name = this.#document.file.text.slice(key.start, key.end)
      return colon && /^\w+$/.test(name) ? [name] : []
    })
  }

  #textAt(path: readonly string[]): string | undefined {
    const node = this.#nodeAt(path)
    const text = node?.kind === 'scalar' ? this.#document.file.text.slice(node.start, node.end) : ''
    return /^\w+$/.test(text) ? text : undefined
  }

  #nodeAt(path: readonly string[]): Outline | undefined {
    const { text } = this.#document.file
    this.#outline ??= readOutline(text).root
    return path.reduce<Outline | undefined>((node, name) => {
      if (node?.kind !== 'map') return undefined
      return node.entries.find(({ key }) => text.slice(key.start, key.end) === name)?.value
    }, this.#outline)
  }
}
