import { createWriteStream } from 'node:fs'
import { appendFile, mkdir, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { InvalidInput } from '../errors/errors.ts'

/** Where an export goes. Paths have slashes between and no `..`. */
export interface ExportSink {
  /** Where an earlier export into the same sink had come to; all behind that is taken back. */
  resume(): Promise<string | undefined>
  /** Adds text to the end of a file. */
  append(path: string, text: string): Promise<void>
  /** Writes a file; one that is there is replaced. */
  write(path: string, body: AsyncIterable<Uint8Array>): Promise<void>
  /** All that was added so far is to stay. */
  checkpoint(cursor: string): Promise<void>
  /** It is whole. */
  end(manifest: object): Promise<void>
}

const stateFile = '.export.json'
const manifestFile = 'manifest.json'

interface State {
  readonly cursor: string
  /** How long the files were that are added to. */
  readonly sizes: Readonly<Record<string, number>>
}

/** A folder: empty or not there, or one that an earlier export has begun. */
export function folderSink(folder: string): ExportSink {
  const sizes = new Map<string, number>()
  const at = (path: string): string => join(folder, ...path.split('/'))
  const put = async (name: string, value: object): Promise<void> => {
    const next = join(folder, `${name}.next`)
    await writeFile(next, `${JSON.stringify(value, undefined, 2)}\n`)
    await rename(next, join(folder, name))
  }
  return {
    resume: async () => {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const state = await readState(folder)
      if (state === undefined) {
        // From here on it is known as a folder of ours, whatever becomes of the first page.
        await put(stateFile, { cursor: '', sizes: {} } satisfies State)
        return undefined
      }
      for (const [path, size] of Object.entries(state.sizes)) {
        await truncate(at(path), size)
        sizes.set(path, size)
      }
      return state.cursor === '' ? undefined : state.cursor
    },
    append: async (path, text) => {
      // What a crash has left behind the last checkpoint of a file that was not there then.
      if (!sizes.has(path)) await rm(at(path), { force: true })
      await mkdir(dirname(at(path)), { recursive: true })
      await appendFile(at(path), text)
      sizes.set(path, (sizes.get(path) ?? 0) + Buffer.byteLength(text))
    },
    write: async (path, body) => {
      await mkdir(dirname(at(path)), { recursive: true })
      await pipeline(Readable.from(body, { objectMode: false }), createWriteStream(at(path)))
    },
    checkpoint: (cursor) => put(stateFile, { cursor, sizes: Object.fromEntries(sizes) } satisfies State),
    end: async (manifest) => {
      await put(manifestFile, manifest)
      await rm(join(folder, stateFile), { force: true })
    },
  }
}

/** @throws InvalidInput where the folder holds something else, or a whole export */
async function readState(folder: string): Promise<State | undefined> {
  const names = await readdir(folder)
  if (names.length === 0) return undefined
  if (names.includes(stateFile)) return JSON.parse(await readFile(join(folder, stateFile), 'utf8'))
  const message = names.includes(manifestFile) ? 'holds a whole export already' : 'is not empty'
  throw new InvalidInput('the folder of the export', [{ path: [], message }])
}
