import { comment, unquoted } from './escape.ts'
import { head } from './theme.ts'

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

export function printSequenceDiagram(diagram: SequenceDiagram): string {
  let text = head(diagram.title, 'sequence')
  for (const note of diagram.notes) text += `${comment(note)}\n`
  text += 'sequenceDiagram\n  autonumber\n'
  diagram.actors.forEach((actor, index) => {
    text += `  participant a${index} as ${unquoted(actor)}\n`
  })
  for (const step of diagram.steps) text += stepLines(step, '  ')
  return text
}

function stepLines(step: SequenceStep, indent: string): string {
  if ('condition' in step) {
    let text = `${indent}opt ${unquoted(step.condition)}\n`
    for (const next of step.steps) text += stepLines(next, `${indent}  `)
    return `${text}${indent}end\n`
  }
  return `${indent}a${step.from}${step.reply ? '-->>' : '->>'}a${step.to}: ${unquoted(step.text)}\n`
}
