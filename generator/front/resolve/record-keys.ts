import type { Field } from '../../model/field.ts'
import { entryOf } from '../node.ts'
import type { Context } from './context.ts'
import type { FieldDeclaration } from './field-declaration.ts'
import { keySpan } from './read.ts'

/** A record has one primary key and one public id: of two, one would be lost. */
export function reportSecondKeys(keys: readonly Field[], context: Context): void {
  reportSecond(
    keys.filter(({ primary, type }) => primary && type.kind === 'scalar' && type.scalar === 'uuid'),
    'two primary keys',
    context,
  )
  reportSecond(
    keys.filter(({ publicId, type }) => publicId && type.kind === 'scalar' && type.scalar === 'ulid'),
    'two public ids',
    context,
  )
}

function reportSecond([first, second]: readonly Field[], what: string, context: Context): void {
  if (first === undefined || second === undefined) return
  // A mixin's key is as it should be for others: the entity's own is the one to point at.
  const [extra, usual] = first.origin.kind === 'own' ? [first, second] : [second, first]
  context.report({
    code: 'resolve/bad-key',
    severity: 'error',
    message: `a record with \`${usual.name}\` and \`${extra.name}\` would have ${what}`,
    span: extra.span,
    related: [{ span: usual.span, label: 'the other one' }],
    help: 'take one of them out; `unique: true` makes a field a key beside it',
  })
}

/** Rows get their key from the spec, documents from MongoDB. */
export function reportPrimaryOfDocument(declaration: FieldDeclaration, context: Context): void {
  const entry = declaration.options === undefined ? undefined : entryOf(declaration.options, 'primary')
  context.report({
    code: 'resolve/bad-option',
    severity: 'error',
    message: 'only a row has a `primary` key of its own; MongoDB gives each document its `_id`',
    span: entry === undefined ? declaration.span : keySpan(entry),
    label: `of \`${declaration.name}\``,
    help: 'leave it out; documents are found by their public id',
  })
}
