import type { SourceFile } from '../../generator/source/source-file.ts'
import { type Snapshot, Workspace } from '../../generator/workspace/workspace.ts'
import { memoryReader } from './memory-reader.ts'
import { wordsOf } from './mutation.ts'
import { edited, type SpecEdit, type SpecTexts } from './spec-edit.ts'

/** The files of a spec, as a disk that somebody edits. */
export class EditedSpec {
  readonly #original: SpecTexts
  readonly #words: readonly string[]
  readonly #bytes = new Map<string, Uint8Array>()
  readonly #warm: Workspace
  #texts: SpecTexts

  constructor(sources: readonly SourceFile[]) {
    this.#original = new Map(sources.map(({ path, text }) => [path, text]))
    this.#texts = this.#original
    this.#words = wordsOf(sources.map(({ text }) => text))
    this.#warm = new Workspace(memoryReader(this.#bytes))
    this.#write()
  }

  do(edit: SpecEdit): void {
    this.#texts = edited(this.#texts, this.#original, edit, this.#words)
    this.#write()
  }

  /** What the workspace says that has seen all edits. */
  warm(): Snapshot {
    return this.#warm.analyze('stowage.yaml')
  }

  /** What one says that sees this spec for the first time, and never again. */
  cold(): Snapshot {
    return new Workspace(memoryReader(this.#bytes), false).analyze('stowage.yaml')
  }

  /** As a disk does: a file that did not change may come as other bytes that say the same. */
  #write(): void {
    this.#bytes.clear()
    for (const [path, text] of this.#texts) this.#bytes.set(path, Buffer.from(text))
  }
}
