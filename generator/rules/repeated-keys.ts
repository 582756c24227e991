import { type BlockItem, blockItemAt, withoutItem } from '../diagnostic/block-item.ts'
import type { Fix } from '../diagnostic/diagnostic.ts'
import type { Field } from '../model/field.ts'
import { coveredIndexes, repeatedUniques } from '../model/index-cover.ts'
import type { Index, Unique } from '../model/keys.ts'
import type { RuleReport } from './rule.ts'

/** A part of an entity whose indexes are compared with each other. */
interface IndexedPart {
  readonly fields: readonly Field[]
  readonly indexes: readonly Index[]
  readonly uniques: readonly Unique[]
}

/** Reports the indexes and uniques of a part that another one makes superfluous; the same in both stores of records. */
export function reportRepeatedKeys(name: string, part: IndexedPart, report: RuleReport): void {
  const derived = new Set(part.fields.map(({ span }) => span))
  for (const { index, by, equal } of coveredIndexes(part)) {
    // An index that comes with the ids is not the spec's to leave out.
    if (derived.has(index.span)) continue
    report({
      message: `an index of \`${name}\` ${equal ? 'repeats' : 'is the beginning of'} ${by.kind === 'unique' ? 'that of a unique' : 'another one'}`,
      span: index.span,
      label: 'serves no query that the other does not serve, and slows down every write',
      related: [{ span: by.span, label: equal ? 'the same fields in the same order' : 'begins with the same fields' }],
      help: 'remove it',
      fixes: removed(index, part.indexes),
    })
  }
  for (const { unique, first } of repeatedUniques(part.uniques)) {
    report({
      message: `a unique of \`${name}\` repeats another one`,
      span: unique.span,
      label: 'promises nothing that the other does not promise',
      related: [{ span: first.span, label: 'the same fields' }],
      help: 'remove one of the two',
    })
  }
}

/** Removes a list item with a line of its own, unless the list would be left empty or a comment within be lost. */
function removed(index: Index, all: readonly Index[]): readonly Fix[] {
  const items = all.flatMap(({ span }) => blockItemAt(span) ?? [])
  const item = blockItemAt(index.span)
  return item === undefined || hasInnerComment(item) || items.length < 2
    ? []
    : [{ title: 'remove the index', edits: [withoutItem(item)] }]
}

function hasInnerComment({ lines: { file, start, end }, comment }: BlockItem): boolean {
  const written = file.text.slice(start, end).trimEnd()
  return /\s#/.test(written.slice(0, written.length - comment.length))
}
