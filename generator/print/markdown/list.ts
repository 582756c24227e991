import type { Inline } from './inline.ts'
import { printInline } from './print.ts'

/** An item of a list, and how far it stands in. */
export interface ListItem {
  readonly level: number
  readonly entry: Inline
}

/** Lists, printed. */
export class PrintedList {
  /** Its lines; none ends the last. */
  readonly lines: string

  private constructor(lines: string) {
    this.lines = lines
  }

  static of(items: readonly ListItem[]): PrintedList {
    const lines = items.map(({ entry, level }) => `${'  '.repeat(level)}- ${printInline(entry, 'text')}`)
    return new PrintedList(lines.join('\n'))
  }
}
