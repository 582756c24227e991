/** The width that lines are kept within, and one step of indentation. */
export const lineWidth = 120
const step = '  '

/** Where something is printed: how deep its lines are indented, and what shares its first and its last line. */
export interface Place {
  readonly depth: number
  /** Columns taken on the line where it begins. */
  readonly before: number
  /** Columns that must stay free on the line where it ends. */
  readonly after: number
}

export function indentation(depth: number): string {
  return step.repeat(depth)
}

/** The place of a thing on a line of its own. */
export function ownLine(depth: number, before = 0, after = 0): Place {
  return { depth, before: depth * step.length + before, after }
}

export function fits(text: string, place: Place): boolean {
  return !text.includes('\n') && place.before + text.length + place.after <= lineWidth
}

/** Items between brackets, a line each. */
export function block(open: string, lines: readonly string[], close: string, depth: number): string {
  const inner = indentation(depth + 1)
  return `${open}\n${lines.map((line) => `${inner}${line}\n`).join('')}${indentation(depth)}${close}`
}
