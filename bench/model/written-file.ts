/** A file of one dialect; its path is relative to the folder that it is written to. */
export interface WrittenFile {
  readonly path: string
  readonly text: string
}
