import files from './support.gen.json' with { type: 'json' }

/** A hand-written source of the package. Its path is below `src/`. */
export interface SupportFile {
  readonly path: string
  readonly text: string
}

export const supportFiles: readonly SupportFile[] = files.map(({ path, lines }) => ({ path, text: lines.join('\n') }))
