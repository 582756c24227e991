import { inGroups } from '../base/plural.ts'
import type { GeneratedFile } from '../generate.ts'
import { peakMemoryText } from './peak-memory.ts'
import { asText } from './run-text.ts'
import type { Stages } from './stages.ts'

/** Counts files and their bytes by emitter, as they are made. */
export class Tally {
  readonly #counts = new Map<string, { files: number; bytes: number }>()

  of(emitter: string): { readonly files: number; readonly bytes: number } | undefined {
    return this.#counts.get(emitter)
  }

  *counting(files: Iterable<GeneratedFile>): Iterable<GeneratedFile> {
    for (const file of files) {
      const count = this.of(file.emitter) ?? { files: 0, bytes: 0 }
      this.#counts.set(file.emitter, {
        files: count.files + 1,
        bytes: count.bytes + Buffer.byteLength(file.text),
      })
      yield file
    }
  }
}

/** The time of each stage, what each emitter made in it, and the memory that the process took at most. */
export function statsText(stages: Pick<Stages, 'times'>, tally: Tally): string {
  const width = Math.max(...[...stages.times.keys()].map((name) => name.length))
  const lines = [...stages.times].map(([name, time]) => {
    const made = tally.of(name.replace(/^emit (\S+).*$/, '$1'))
    const line = `  ${name.padEnd(width)}  ${time.toFixed(1).padStart(8)} ms`
    if (made === undefined) return line
    return `${line}  ${inGroups(made.files).padStart(7)} files  ${(made.bytes / 1e6).toFixed(2).padStart(7)} MB`
  })
  return asText(['', ...lines, peakMemoryText()])
}
