import type { Fix } from '../diagnostic/diagnostic.ts'
import { withoutQuotes } from '../diagnostic/text-edit.ts'
import type { Field } from '../model/field.ts'
import type { Model } from '../model/model.ts'
import { fieldDeclarations, usesOf } from '../rules/naming/fields.ts'
import { isLogicalName, renameEverywhere } from '../rules/naming/rename.ts'
import { typeNames } from '../rules/naming/types-space.ts'
import { placeKey, type Span } from '../source/source-file.ts'

/** What a fix can rename: by its name in the spec, but a field as it is in the model. */
export type Renamed =
  | { readonly entity: string }
  | { readonly enum: string }
  | { readonly valueType: string }
  | { readonly mixin: string }
  | { readonly field: Field }

/**
 * The fix that renames something wherever the spec names it. None where the new name is taken or is no name, where something
 * is not declared in the spec, or where a use is written in a way that cannot be replaced: half a rename would be worse.
 */
export function rename(model: Model, what: Renamed, to: string): readonly Fix[] {
  if (!isLogicalName(to)) return []
  if ('field' in what) return renameField(model, what.field, to)
  if ('mixin' in what) {
    return model.byName.mixins.has(to)
      ? []
      : renameEverywhere(model, { from: what.mixin, to, keys: [`mixin:${what.mixin}`] })
  }
  const [kind, from] =
    'entity' in what ? ['entity', what.entity] : 'enum' in what ? ['enum', what.enum] : ['type', what.valueType]
  return [...typeNames(model)].includes(to) ? [] : renameEverywhere(model, { from, to, keys: [`${kind}:${from}`] })
}

function renameField(model: Model, field: Field, to: string): readonly Fix[] {
  const place = placeKey(field.span)
  const declaration = fieldDeclarations(model).find((candidate) => placeKey(candidate.field.span) === place)
  if (declaration === undefined || declaration.scopes.some(({ fields }) => fields.some(({ name }) => name === to))) {
    return []
  }
  return renameEverywhere(model, { from: field.name, to, keys: usesOf(declaration) })
}

/** What YAML takes as it stands wherever a text may stand, inside brackets too. */
const plain = /^[A-Za-z_][A-Za-z0-9_./()?-]*(?: [A-Za-z0-9_./()?-]+)*$/
/** What YAML takes for something else than a text. */
const reserved = /^(true|false|null|yes|no|on|off|y|n|~)$/i

/**
 * The fix that writes another text in the place of one that the spec has, such as a field's type. Quotes that stand there stay;
 * where there are none, and the new text needs them, it gets them.
 *
 * @param text one line, as it is meant: `decimal(12,2)`
 */
export function replaceText(span: Span, text: string, title: string = `change to \`${text}\``): readonly Fix[] {
  if (/[\p{Cc}\u2028\u2029]/u.test(text)) return []
  const inner = withoutQuotes(span)
  const quote = inner === span ? '' : span.file.text[span.start]
  switch (quote) {
    case "'":
      return [{ title, edits: [{ span: inner, text: text.replaceAll("'", "''") }] }]
    case '"':
      return [{ title, edits: [{ span: inner, text: text.replaceAll('\\', '\\\\').replaceAll('"', '\\"') }] }]
    default: {
      const safe = plain.test(text) && !reserved.test(text)
      return [{ title, edits: [{ span, text: safe ? text : `'${text.replaceAll("'", "''")}'` }] }]
    }
  }
}
