import { sha256 } from '../../output/hash.ts'
import { type FileStamps, numbersEach } from './file-stamps.ts'
import type { SpecAnswer } from './spec-answers.ts'

/** What a run that had nothing to complain of leaves behind, for the next one to see that nothing has changed since. */
export interface Stamp {
  /** What it was that ran, and where. */
  readonly key: string
  /** What the run would answer to: a `generate` has not looked at migrations. */
  readonly scope: 'all' | 'generate'
  readonly answers: readonly SpecAnswer[]
  /** The folders in that of the migrations, sorted. */
  readonly migrations: { readonly path: string; readonly names: readonly string[] }
  /** What would draw, `null` where nothing is installed that does; absent where the project wants no drawings. */
  readonly maker?: string | null
  readonly stamps: FileStamps
  /** Files whose stamp would not show a change made in the same instant, by their SHA-256. */
  readonly unsettled: Readonly<Record<string, string>>
  /** What the run said of the spec: `14 files, 41 entities`. */
  readonly spec: string
  /** How many files of output there are. */
  readonly files: number
}

type Head = Omit<Stamp, 'stamps'>

/** A line with a check sum of all behind it, a line of JSON, a line a path, an empty one, and the stamps of the paths as bytes. */
export function encodeStamp({ stamps, ...head }: Stamp): Uint8Array {
  const values = Buffer.from(stamps.values.buffer, stamps.values.byteOffset, stamps.values.byteLength)
  const body = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n${stamps.paths.join('\n')}\n\n`), values])
  return Buffer.concat([Buffer.from(`${sha256(body)}\n`), body])
}

const newline = 0x0a

/** Reads a stamp; nothing where it is damaged in any way. */
export function decodeStamp(bytes: Buffer): Stamp | undefined {
  const sumEnd = bytes.indexOf(newline)
  const body = bytes.subarray(sumEnd + 1)
  if (bytes.toString('latin1', 0, Math.max(0, sumEnd)) !== sha256(body)) return undefined
  const headEnd = body.indexOf(newline)
  const pathsEnd = body.indexOf('\n\n', headEnd)
  if (headEnd < 0 || pathsEnd < 0) return undefined
  const head = headOf(body.toString('utf8', 0, headEnd))
  const paths = body.toString('utf8', headEnd + 1, pathsEnd).split('\n')
  const numbers = body.subarray(pathsEnd + 2)
  if (head === undefined || numbers.byteLength !== paths.length * numbersEach * 8) return undefined
  // Copied, since what is read need not start where a number may.
  const values = new BigUint64Array(Uint8Array.from(numbers).buffer)
  return { ...head, stamps: { paths, values } }
}

function headOf(text: string): Head | undefined {
  try {
    const data: unknown = JSON.parse(text)
    return isHead(data) ? data : undefined
  } catch {
    return undefined
  }
}

function isHead(data: unknown): data is Head {
  if (!isObject(data)) return false
  const { answers, files, key, maker, migrations, scope, spec, unsettled } = data
  return (
    typeof key === 'string' &&
    (scope === 'all' || scope === 'generate') &&
    Array.isArray(answers) &&
    answers.every(isAnswer) &&
    isObject(migrations) &&
    typeof migrations.path === 'string' &&
    areTexts(migrations.names) &&
    (maker === undefined || maker === null || typeof maker === 'string') &&
    isObject(unsettled) &&
    areTexts(Object.values(unsettled)) &&
    typeof spec === 'string' &&
    Number.isSafeInteger(files)
  )
}

function isAnswer(data: unknown): data is SpecAnswer {
  if (!isObject(data)) return false
  if ('glob' in data) return typeof data.glob === 'string' && areTexts(data.paths)
  return typeof data.read === 'string' && (data.sha256 === null || typeof data.sha256 === 'string')
}

function areTexts(data: unknown): data is readonly string[] {
  return Array.isArray(data) && data.every((item) => typeof item === 'string')
}

function isObject(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data)
}
