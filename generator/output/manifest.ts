import { by } from '../base/order.ts'
import type { GeneratedFile } from '../generate.ts'
import { sha256 } from './hash.ts'
import { isOutputPath } from './output-path.ts'

/** One file that Stowage wrote. */
export interface ManifestEntry {
  readonly path: string
  readonly sha256: string
  readonly emitter: string
  /** The entities it is made from; empty where it is made from the whole spec. */
  readonly sources: readonly string[]
}

/** What a manifest says of a file. */
export function manifestEntry({ path, text, emitter, sources }: GeneratedFile): ManifestEntry {
  return { path, sha256: sha256(text), emitter, sources }
}

/** What is in the output, by path. Committed beside it; names outputs only. */
export type Manifest = ReadonlyMap<string, ManifestEntry>

/** A file during a run: any of these texts is ours. */
export interface NextEntry extends Omit<ManifestEntry, 'sha256'> {
  /** What stands there before the run and what will after it; sorted, without repeats. */
  readonly sha256: readonly string[]
}

/** What a run that is under way, or was killed, may have left. */
export type NextManifest = ReadonlyMap<string, NextEntry>

const version = 1

/** The manifest's text: stable, one entry a line, so that two branches merge well. */
export function printManifest(entries: Iterable<ManifestEntry>): string {
  return manifestOf([...entries].sort(by(({ path }) => path)).map(manifestLine))
}

export function printNextManifest(entries: Iterable<NextEntry>): string {
  return manifestOf([...entries].sort(by(({ path }) => path)).map(manifestLine))
}

/** The line of an entry: its JSON, put together by hand since there are very many, and hashes have nothing to escape. */
export function manifestLine({ path, sha256, emitter, sources }: ManifestEntry | NextEntry): string {
  const hashes = typeof sha256 === 'string' ? `"${sha256}"` : `["${sha256.join('","')}"]`
  const names = sources.length === 0 ? '[]' : JSON.stringify(sources)
  return `    {"path":${JSON.stringify(path)},"sha256":${hashes},"emitter":${JSON.stringify(emitter)},"sources":${names}}`
}

/** A manifest of lines, which are sorted by their paths. */
export function manifestOf(lines: readonly string[]): string {
  const files = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`
  return `{\n  "version": ${version},\n  "files": ${files}\n}\n`
}

/** Reads a manifest; `undefined` where it is damaged in any way, for then nothing in it can be trusted. */
export function parseManifest(text: string): Manifest | undefined {
  return parse(text, (entry) => (isHash(entry.sha256) ? { ...entry, sha256: entry.sha256 } : undefined))
}

export function parseNextManifest(text: string): NextManifest | undefined {
  return parse(text, (entry) =>
    Array.isArray(entry.sha256) && entry.sha256.every(isHash) ? { ...entry, sha256: entry.sha256 } : undefined,
  )
}

interface RawEntry {
  readonly path: string
  readonly emitter: string
  readonly sources: readonly string[]
  readonly sha256: unknown
}

function parse<T>(text: string, withHash: (entry: RawEntry) => T | undefined): ReadonlyMap<string, T> | undefined {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return undefined
  }
  if (!isObject(data) || data.version !== version || !Array.isArray(data.files)) return undefined
  const entries = new Map<string, T>()
  for (const file of data.files) {
    const raw = rawEntry(file)
    const entry = raw === undefined ? undefined : withHash(raw)
    if (raw === undefined || entry === undefined || entries.has(raw.path)) return undefined
    entries.set(raw.path, entry)
  }
  return entries
}

function rawEntry(file: unknown): RawEntry | undefined {
  if (!isObject(file)) return undefined
  const { path, emitter, sources, sha256 } = file
  if (typeof path !== 'string' || !isOutputPath(path) || typeof emitter !== 'string') return undefined
  if (!Array.isArray(sources) || !sources.every((source) => typeof source === 'string')) return undefined
  return { path, emitter, sources, sha256 }
}

function isHash(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
