import type { Segment } from './segment.ts'

/** A key that cannot be built; the hostile value itself is kept out of the message. */
export class InvalidKeyError extends TypeError {
  override readonly name = 'InvalidKeyError'
}

/** How keys of one kind are built and read. */
export interface KeyPath<Parameters extends object> {
  readonly template: string
  build(parameters: Parameters): string
  parse(key: string): Parameters | undefined
}

type AnySegment = Segment<string, unknown>
type ValueOf<S> = S extends { read(text: string): infer Value | undefined } ? Value : never

/** One parameter for each segment, by its name. */
export type ParametersOf<Segments extends readonly AnySegment[]> = {
  readonly [S in Segments[number] as S['name']]: ValueOf<S>
}

/** S3's limit for a key. */
const maxKeyBytes = 1024
/** What literal text in a key may hold. */
const safeText = /^[A-Za-z0-9/._~-]*$/

/**
 * A key with variables, as a tagged template: path`reports/${ulid('object')}.pdf`. Both directions come from the one
 * description, so `parse` is the inverse of `build`; what would not read back as it was is refused.
 */
export function path<const Segments extends readonly AnySegment[]>(
  texts: TemplateStringsArray,
  ...segments: Segments
): KeyPath<ParametersOf<Segments>> {
  type Parameters = ParametersOf<Segments>
  if (texts.some((text) => !safeText.test(text))) throw new InvalidKeyError('the path has unsafe text')
  const pattern = new RegExp(`^${interleave(texts.map(escaped), (index) => `(${segments[index]?.pattern})`)}$`)

  function parse(key: string): Parameters | undefined {
    const found = pattern.exec(key)
    if (found === null || Buffer.byteLength(key) > maxKeyBytes) return undefined
    const entries: [string, unknown][] = []
    for (const [index, segment] of segments.entries()) {
      const value: unknown = segment.read(found[index + 1] ?? '')
      if (value === undefined) return undefined
      entries.push([segment.name, value])
    }
    const parameters = Object.fromEntries(entries) as Parameters
    // A name that stands twice must have one value.
    return isWritten(parameters, found) ? parameters : undefined
  }

  function isWritten(parameters: Parameters, found: RegExpExecArray): boolean {
    const values = new Map<string, unknown>(Object.entries(parameters))
    return segments.every((segment, index) => segment.write(values.get(segment.name)) === found[index + 1])
  }

  function build(parameters: Parameters): string {
    const values = new Map<string, unknown>(Object.entries(parameters))
    const written = segments.map((segment) => write(segment, values.get(segment.name)))
    const key = interleave(texts, (index) => written[index] ?? '')
    const found = pattern.exec(key)
    if (Buffer.byteLength(key) > maxKeyBytes) throw new InvalidKeyError(`the key is longer than ${maxKeyBytes} bytes`)
    if (found === null || key.split('/').some((part) => part === '.' || part === '..' || part === '')) {
      throw new InvalidKeyError('the key would have an empty or relative segment')
    }
    if (written.some((text, index) => text !== found[index + 1]))
      throw new InvalidKeyError('the key would be ambiguous')
    return key
  }

  return Object.freeze({ template: interleave(texts, (index) => `{${segments[index]?.name}}`), build, parse })
}

/**
 * The path of a record that may belong to no tenant: `own` where the parameter is set, `shared` where it is null.
 * The two must begin differently.
 */
export function orShared<Name extends string, Own extends object>(
  name: Name & keyof Own,
  own: KeyPath<Own>,
  shared: KeyPath<Omit<Own, Name>>,
): KeyPath<Omit<Own, Name> & { readonly [Tenant in Name]: Own[Name & keyof Own] | null }> {
  type Parameters = Omit<Own, Name> & { readonly [Tenant in Name]: Own[Name & keyof Own] | null }
  return Object.freeze({
    template: `${own.template} or ${shared.template}`,
    build(parameters: Parameters): string {
      const { [name]: tenant, ...rest } = parameters
      // Types do not stop hostile input: only null means shared, and a missing tenant is refused by `own`.
      return tenant === null ? shared.build(rest as object as Omit<Own, Name>) : own.build(parameters as object as Own)
    },
    parse(key: string): Parameters | undefined {
      const owned = own.parse(key)
      if (owned !== undefined) return owned as object as Parameters
      const common = shared.parse(key)
      return common === undefined ? undefined : ({ ...common, [name]: null } as object as Parameters)
    },
  })
}

function write(segment: AnySegment, value: unknown): string {
  const text = segment.write(value)
  if (text === undefined) throw new InvalidKeyError(`${segment.name} is not ${segment.wanted}`)
  return text
}

function interleave(texts: readonly string[], between: (index: number) => string): string {
  return texts.map((text, index) => (index === texts.length - 1 ? text : text + between(index))).join('')
}

function escaped(text: string): string {
  return text.replace(/[.~-]/g, '\\$&')
}
