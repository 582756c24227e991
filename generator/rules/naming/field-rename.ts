import { isCase } from '../../base/casing.ts'
import type { Fix } from '../../diagnostic/diagnostic.ts'
import type { Field } from '../../model/field.ts'
import type { Model } from '../../model/model.ts'
import { claims, renameHelp } from './declared-names.ts'
import { type FieldDeclaration, usesOf } from './fields.ts'
import { isLogicalName, renameEverywhere } from './rename.ts'
import { wantedName } from './role.ts'

const claimed = new WeakMap<readonly Field[], ReadonlyMap<string, number>>()

/** How a misnamed field is to be called, and the rename where no other field of any part has or wants that name. */
export function fieldRename(
  model: Model,
  declaration: FieldDeclaration,
  to: string = wantedName(declaration.field, model),
): { readonly help: string; readonly fixes: readonly Fix[] } {
  const { field, scopes } = declaration
  const wanted = model.project.conventions.spec.field.case
  if (to === field.name || !isLogicalName(to) || (wanted !== undefined && !isCase(to, wanted))) {
    return { help: renameHelp(undefined, false), fixes: [] }
  }
  const own = wantedName(field, model) === to ? 1 : 0
  const free = scopes.every(({ fields }) => (claimsOf(fields, model).get(to) ?? 0) <= own)
  return {
    help: renameHelp(to, free),
    fixes: free ? renameEverywhere(model, { from: field.name, to, keys: usesOf(declaration) }) : [],
  }
}

function claimsOf(fields: readonly Field[], model: Model): ReadonlyMap<string, number> {
  const before = claimed.get(fields)
  if (before !== undefined) return before
  const byName = new Map(fields.map((field) => [field.name, field]))
  const counts = claims(byName.keys(), (name) => {
    const field = byName.get(name)
    return field === undefined || field.origin.kind === 'tenant' ? name : wantedName(field, model)
  })
  claimed.set(fields, counts)
  return counts
}
