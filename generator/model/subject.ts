import type { StoreName } from './entity.ts'

/** A thing that a spec declares and that its documentation tells of, by its names in the spec. */
export type Subject =
  | { readonly kind: 'domain'; readonly name: string }
  | { readonly kind: 'entity'; readonly name: string }
  /** What an entity has in one store. */
  | { readonly kind: 'part'; readonly entity: string; readonly store: StoreName }
  | { readonly kind: 'field'; readonly entity: string; readonly part: 'postgres' | 'mongo'; readonly name: string }
  | { readonly kind: 'object'; readonly entity: string; readonly name: string }
  /** A state of an entity's life cycle. */
  | { readonly kind: 'state'; readonly entity: string; readonly name: string }
  | { readonly kind: 'enum'; readonly name: string }
  | { readonly kind: 'value'; readonly enum: string; readonly name: string }
  | { readonly kind: 'shape'; readonly name: string }
  | { readonly kind: 'shape_field'; readonly shape: string; readonly name: string }
  | { readonly kind: 'mixin'; readonly name: string }
  | { readonly kind: 'mixin_field'; readonly mixin: string; readonly name: string }
  | { readonly kind: 'bucket'; readonly name: string }
