import type { SourceFile, Span } from '../source/source-file.ts'
import type { Entity } from './entity.ts'
import type { Field, MixinRole } from './field.ts'
import type { Project } from './project.ts'

export interface EnumValue {
  readonly name: string
  readonly about?: string
  readonly span: Span
}

export interface Enum {
  readonly name: string
  readonly span: Span
  readonly about?: string
  readonly domain?: string
  readonly values: readonly EnumValue[]
}

/** An embedded shape. `physical` of its fields is the key in a document. */
export interface ValueType {
  readonly name: string
  readonly span: Span
  readonly about?: string
  readonly domain?: string
  readonly fields: readonly Field[]
}

/** Fields that entities share. `fields` are as PostgreSQL holds them, those of mixins it uses first. */
export interface Mixin {
  readonly name: string
  readonly span: Span
  readonly about?: string
  readonly role: MixinRole
  readonly fields: readonly Field[]
}

/** A subject area: one Prisma file, one diagram, one chapter. `key` is its kebab-case name, unique. */
export interface Domain {
  readonly name: string
  readonly key: string
  readonly about?: string
  readonly span: Span
  readonly file: SourceFile
}

/**
 * A whole spec, resolved: every default, physical name, inverse side and order is decided. Lists are in one order
 * whatever the files were called: domains, enums, types, mixins and entities by name, fields and values as written.
 */
export interface Model {
  readonly project: Project
  readonly files: readonly SourceFile[]
  readonly domains: readonly Domain[]
  readonly enums: readonly Enum[]
  readonly valueTypes: readonly ValueType[]
  readonly mixins: readonly Mixin[]
  readonly entities: readonly Entity[]
  /** By name, for look-ups; the same objects as in the lists. */
  readonly byName: {
    readonly domains: ReadonlyMap<string, Domain>
    readonly enums: ReadonlyMap<string, Enum>
    readonly valueTypes: ReadonlyMap<string, ValueType>
    readonly mixins: ReadonlyMap<string, Mixin>
    readonly entities: ReadonlyMap<string, Entity>
  }
  /** What points at an entity, by the referenced entity's name, in the order of `entities`. */
  readonly references: ReadonlyMap<string, readonly Reference[]>
  /**
   * Where each name stands in the spec, declaration first; every span covers the name's text alone. Keys:
   * `entity:Name`, `mixin:name`, `enum:Name`, `type:Name`, `value:Enum.value`, `bucket:name`, `object:Entity.name`, and
   * `field:Owner.name`, whose owner is `Entity.postgres`, `Entity.mongo`, `type.Name` or `mixin.name`; that of the tenant's
   * field is `tenancy`.
   */
  readonly uses: ReadonlyMap<string, readonly Span[]>
  /** Entities in which something was reported: what is missing there may be a consequence, so only naming rules look at them. */
  readonly unsound: ReadonlySet<string>
}

/** A field of one entity that refers to another. */
export interface Reference {
  readonly from: Entity
  readonly part: 'postgres' | 'mongo'
  readonly field: Field
}
