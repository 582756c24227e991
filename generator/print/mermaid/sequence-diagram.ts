import { comment, unquoted } from './escape.ts'
import { head, type Mode } from './theme.ts'

/** Who says what to whom, in order. */
export interface SequenceDiagram {
  readonly kind: 'sequence'
  readonly title: string
  readonly notes: readonly string[]
  /** Texts, from left to right. */
  readonly actors: readonly string[]
  readonly steps: readonly SequenceStep[]
}

export type SequenceStep = SequenceMessage | SequenceOption

export interface SequenceMessage {
  /** Positions in `actors`. */
  readonly from: number
  readonly to: number
  readonly text: string
  readonly reply: boolean
}

/** Steps that are taken on a condition only. */
export interface SequenceOption {
  readonly condition: string
  readonly steps: readonly SequenceStep[]
}

export function printSequenceDiagram(diagram: SequenceDiagram, mode: Mode): string {
  return [
    ...head(diagram.title, 'sequence', mode),
    ...diagram.notes.map(comment),
    'sequenceDiagram',
    '  autonumber',
    ...diagram.actors.map((actor, index) => `  participant a${index} as ${unquoted(actor)}`),
    ...diagram.steps.flatMap((step) => stepLines(step, '  ')),
    '',
  ].join('\n')
}

function stepLines(step: SequenceStep, indent: string): readonly string[] {
  if ('condition' in step) {
    const inner = step.steps.flatMap((next) => stepLines(next, `${indent}  `))
    return [`${indent}opt ${unquoted(step.condition)}`, ...inner, `${indent}end`]
  }
  return [`${indent}a${step.from}${step.reply ? '-->>' : '->>'}a${step.to}: ${unquoted(step.text)}`]
}
