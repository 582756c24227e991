/** How the parts of a report are set off on a terminal; each function returns its text, with or without colour. */
export interface Palette {
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  readonly red: (text: string) => string
  readonly yellow: (text: string) => string
  readonly green: (text: string) => string
  readonly blue: (text: string) => string
  readonly cyan: (text: string) => string
  /** A text that leads to an address when it is clicked; absent where nobody could click. */
  readonly link?: (text: string, address: string) => string
}

const plain = (text: string): string => text

/** For a pipe, a file, or a person who asked for no colour. */
export const plainPalette: Palette = {
  bold: plain,
  dim: plain,
  red: plain,
  yellow: plain,
  green: plain,
  blue: plain,
  cyan: plain,
}
