import { objectsOf, type S3Entity } from '../../model/lookup.ts'
import type { Model } from '../../model/model.ts'
import { type PlacedPiece, placedPath } from '../../model/path-place.ts'
import type { Rule, RuleReport } from '../rule.ts'
import { allCharacters, alternativesOf, isFixed } from './atoms.ts'

/**
 * In one segment, two variables whose lengths vary must be told apart by the text between them: its first character may
 * not occur in the first variable, or its last one not in the second.
 */
export const keyAmbiguous: Rule = {
  code: 's3/key-ambiguous',
  scope: 'entity',
  severity: 'error',
  preset: 'minimal',
  summary: 'an S3 key can be parsed back: it says where each of its variables ends',
  fixable: false,
  check(model, report) {
    for (const { entity, object } of objectsOf(model)) {
      for (const { pieces } of placedPath(object)) checkSegment(pieces, entity, model, report)
    }
  },
}

function checkSegment(pieces: readonly PlacedPiece[], entity: S3Entity, model: Model, report: RuleReport): void {
  let open: PlacedPiece | undefined
  let between: PlacedPiece[] = []
  for (const placed of pieces) {
    const { piece } = placed
    if (piece.kind === 'literal' || isFixed(alternativesOf(piece, entity, model))) {
      between.push(placed)
      continue
    }
    if (open !== undefined && !separates(open, between, placed, entity, model)) report(ambiguity(open, between, placed))
    open = placed
    between = []
  }
}

function separates(
  first: PlacedPiece,
  between: readonly PlacedPiece[],
  second: PlacedPiece,
  entity: S3Entity,
  model: Model,
): boolean {
  const head = between[0]?.piece
  const tail = between.at(-1)?.piece
  const charactersOf = ({ piece }: PlacedPiece): ReadonlySet<string> =>
    allCharacters(alternativesOf(piece, entity, model))
  const ends = head?.kind === 'literal' && !charactersOf(first).has(head.text.charAt(0))
  const begins = tail?.kind === 'literal' && !charactersOf(second).has(tail.text.slice(-1))
  return ends || begins
}

function ambiguity(
  first: PlacedPiece,
  between: readonly PlacedPiece[],
  second: PlacedPiece,
): Parameters<RuleReport>[0] {
  const [a, b] = [nameOf(first), nameOf(second)]
  const literal = between.find(({ piece }) => piece.kind === 'literal')?.piece
  const reason =
    literal?.kind === 'literal' ? `\`${literal.text}\` may be part of either` : 'nothing stands between them'
  return {
    message: `the key cannot be parsed back: where \`${a}\` ends and \`${b}\` begins cannot be told`,
    span: { file: first.span.file, start: first.span.start, end: Math.max(first.span.end, second.span.end) },
    label: reason,
    help: `put a slash between \`{${a}}\` and \`{${b}}\`, or a character that neither can contain`,
  }
}

function nameOf({ piece }: PlacedPiece): string {
  return piece.kind === 'variable' ? piece.variable.name : piece.text
}
