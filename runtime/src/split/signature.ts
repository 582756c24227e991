import { WrongContentType } from '../errors/errors.ts'
import type { ErrorFacts } from '../errors/stowage-error.ts'

/** Beginnings of a media type's bytes: one of them is demanded, `undefined` stands for any byte. */
type Beginning = readonly (number | undefined)[]

function ascii(text: string): Beginning {
  return [...Buffer.from(text, 'latin1')]
}

const zip: readonly Beginning[] = [ascii('PK\x03\x04')]

const beginnings: Readonly<Record<string, readonly Beginning[]>> = {
  'application/pdf': [ascii('%PDF-')],
  'image/png': [[0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a]],
  'image/jpeg': [[0xff, 0xd8, 0xff]],
  'image/gif': [ascii('GIF87a'), ascii('GIF89a')],
  'image/webp': [[...ascii('RIFF'), undefined, undefined, undefined, undefined, ...ascii('WEBP')]],
  'application/gzip': [[0x1f, 0x8b]],
  // An archive without a file in it has its end alone.
  'application/zip': [...zip, ascii('PK\x05\x06')],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': zip,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': zip,
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': zip,
}

const longest = Math.max(...Object.values(beginnings).flatMap((all) => all.map(({ length }) => length)))

/** Bytes that are taken for ones of that media type; none where any are. */
export function beginningOf(contentType: string): Uint8Array {
  const [first = []] = beginnings[mediaTypeOf(contentType)] ?? []
  return Uint8Array.from(first, (byte) => byte ?? 0)
}

/** Looks at bytes as they flow: whether they can be of the media type that the spec says. */
export class SignatureCheck {
  readonly #what: string
  readonly #contentType: string
  readonly #facts: ErrorFacts
  readonly #allowed: readonly Beginning[] | undefined
  readonly #isText: boolean
  #head: Buffer = Buffer.alloc(0)

  constructor(what: string, contentType: string, facts: ErrorFacts) {
    const type = mediaTypeOf(contentType)
    this.#what = what
    this.#contentType = contentType
    this.#facts = facts
    this.#allowed = beginnings[type]
    this.#isText = isText(type) && !/charset="?utf-(16|32)/i.test(contentType)
  }

  /** @throws WrongContentType */
  take(piece: Uint8Array): void {
    if (this.#isText && piece.includes(0)) throw this.#refused('bytes with a NUL among them')
    if (this.#allowed === undefined || this.#head.length >= longest) return
    this.#head = Buffer.concat([this.#head, piece.subarray(0, longest - this.#head.length)])
    if (this.#head.length === longest) this.end()
  }

  /** @throws WrongContentType where all of it is too short, too */
  end(): void {
    const fits = (beginning: Beginning): boolean =>
      beginning.every((byte, at) => at < this.#head.length && (byte === undefined || byte === this.#head[at]))
    if (this.#allowed?.some(fits) === false) throw this.#refused('what its first bytes say')
  }

  #refused(given: string): WrongContentType {
    return new WrongContentType(this.#what, this.#contentType, given, this.#facts)
  }
}

/** Without its parameters. */
export function mediaTypeOf(contentType: string): string {
  return (contentType.split(';')[0] ?? '').trim().toLowerCase()
}

function isText(type: string): boolean {
  return type.startsWith('text/') || /^(application|image)\/(.*\+)?(json|xml)$/.test(type)
}
