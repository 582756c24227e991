import type { PathPiece } from '../description/entity.ts'
import { InvalidInput } from '../errors/errors.ts'
import { type Segment, segmentOf } from './segment.ts'

/** What a key is made of: a value for each variable of its path, by name. */
export type KeyParameters = Readonly<Record<string, unknown>>

/** How keys of one kind are built and read. */
export interface KeyPath {
  /** @throws InvalidInput where a parameter is not what its place demands; the value is not in the message. */
  build(parameters: KeyParameters): string
  /** The inverse of `build`: `undefined` for a key that is not of this path. */
  parse(key: string): KeyParameters | undefined
}

/** S3's limit. */
const maxKeyBytes = 1024
/** What literal text in a key may hold. */
const safeText = /^[A-Za-z0-9/._~-]*$/

/**
 * Compiles a path, once for each kind of object. Both directions come from the one description; what would not read back
 * as it was is refused. `name` says in errors whose key it is.
 */
export function keyPath(name: string, pieces: readonly PathPiece[]): KeyPath {
  const parts = pieces.map((piece) => (typeof piece === 'string' ? piece : segmentOf(piece)))
  if (parts.some((part) => typeof part === 'string' && !safeText.test(part))) {
    throw new TypeError(`the path of ${name} has unsafe text`)
  }
  const segments = parts.filter((part) => typeof part !== 'string')
  const source = parts.map((part) => (typeof part === 'string' ? part.replace(/[.~-]/g, '\\$&') : `(${part.pattern})`))
  const pattern = new RegExp(`^${source.join('')}$`)
  const isCertain = neverAmbiguous(parts)

  function parse(key: string): KeyParameters | undefined {
    const found = pattern.exec(key)
    if (found === null || Buffer.byteLength(key) > maxKeyBytes) return undefined
    const values = new Map<string, unknown>()
    for (const [index, segment] of segments.entries()) {
      const value = segment.read(found[index + 1] ?? '')
      if (value === undefined) return undefined
      values.set(segment.name, value)
    }
    // A name that stands twice must have one value.
    const isWritten = segments.every((segment, index) => segment.write(values.get(segment.name)) === found[index + 1])
    return isWritten ? Object.fromEntries(values) : undefined
  }

  function demandReadable(key: string, parameters: KeyParameters): void {
    const found = pattern.exec(key)
    if (found === null || key.split('/').some((part) => part === '.' || part === '..' || part === '')) {
      throw refused(name, 'key', 'would have an empty or relative segment')
    }
    if (segments.some((segment, index) => segment.write(parameters[segment.name]) !== found[index + 1])) {
      throw refused(name, 'key', 'would be ambiguous')
    }
  }

  function build(parameters: KeyParameters): string {
    let key = ''
    for (const part of parts) {
      if (typeof part === 'string') key += part
      else key += written(name, part, Object.hasOwn(parameters, part.name) ? parameters[part.name] : undefined)
    }
    // A character has three bytes at most in UTF-8, a pair of surrogates four.
    if (key.length * 3 > maxKeyBytes && Buffer.byteLength(key) > maxKeyBytes) {
      throw refused(name, 'key', `would be longer than ${maxKeyBytes} bytes`)
    }
    if (!isCertain) demandReadable(key, parameters)
    return key
  }

  return { build, parse }
}

function written(name: string, segment: Segment, value: unknown): string {
  const text = segment.write(value)
  if (text === undefined) throw refused(name, segment.name, `is not ${segment.wanted}`)
  return text
}

function refused(name: string, parameter: string, message: string): InvalidInput {
  return new InvalidInput(`the key of ${name}`, [{ path: [parameter], message }], { object: name })
}

/**
 * Whether every key that can be built reads back as it was, so that none has to be tried: each variable has texts of one
 * length or ends at a slash or the end, none brings a slash along, and the literal segments are sound.
 */
function neverAmbiguous(parts: readonly (string | Segment)[]): boolean {
  const sound = parts.every((part, index) => {
    if (typeof part === 'string') return true
    const next = parts[index + 1]
    return part.plain && (part.fixed || next === undefined || (typeof next === 'string' && next.startsWith('/')))
  })
  // A variable is never empty and never dots alone: any one letter stands for it.
  const shape = parts.map((part) => (typeof part === 'string' ? part : 'x')).join('')
  return sound && shape.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
}
