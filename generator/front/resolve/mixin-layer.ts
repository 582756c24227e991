import type { MixinRole } from '../../model/field.ts'
import type { Declared } from './declarations.ts'
import type { FieldDeclaration } from './field-declaration.ts'

/** A mixin with its fields declared, but not those of the mixins it uses. */
export interface DeclaredMixin {
  readonly declared: Declared
  readonly role: MixinRole
  readonly uses: readonly string[]
  readonly own: readonly FieldDeclaration[]
}

/** A mixin as an owner takes it: a layer of fields, each of one role. */
export interface MixinLayer {
  readonly role: MixinRole
  readonly fields: readonly FieldDeclaration[]
}
