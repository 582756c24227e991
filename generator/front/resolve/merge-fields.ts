import type { Report } from '../../diagnostic/diagnostic.ts'
import { type FieldDeclaration, typeText } from './field-declaration.ts'

/**
 * Puts the fields of mixins and an owner's own together. The own beats a mixin's, a later mixin beats an earlier one, and
 * the winner among mixins keeps the earlier one's place. The same name with another type is an error at both places.
 */
export function mergeFields(
  mixins: readonly (readonly FieldDeclaration[])[],
  own: readonly FieldDeclaration[],
  report: Report,
): { readonly own: readonly FieldDeclaration[]; readonly mixed: readonly FieldDeclaration[] } {
  const mixed = new Map<string, FieldDeclaration>()
  for (const field of mixins.flat()) {
    const earlier = mixed.get(field.name)
    if (earlier !== undefined) reportClash(earlier, field, report)
    mixed.set(field.name, field)
  }
  for (const field of own) {
    const earlier = mixed.get(field.name)
    if (earlier === undefined) continue
    reportClash(earlier, field, report)
    mixed.delete(field.name)
  }
  return { own, mixed: [...mixed.values()] }
}

function reportClash(earlier: FieldDeclaration, later: FieldDeclaration, report: Report): void {
  if (earlier === later || earlier.type === undefined || later.type === undefined) return
  const [before, after] = [typeText(earlier.type), typeText(later.type)]
  if (before === after) return
  report({
    code: 'resolve/mixin-clash',
    severity: 'error',
    message: `\`${later.name}\` is \`${after}\` here and \`${before}\` in ${place(earlier)}`,
    span: later.span,
    label: `\`${after}\``,
    related: [{ span: earlier.span, label: `\`${before}\`` }],
    help: 'a field that replaces that of a mixin may change its options, not its type: rename one of the two',
  })
}

function place(field: FieldDeclaration): string {
  return field.origin.kind === 'mixin' ? `the mixin \`${field.origin.mixin}\`` : 'the entity'
}
