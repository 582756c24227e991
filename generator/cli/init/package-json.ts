import { versions } from '../../emit/package/versions.ts'

const scripts: Readonly<Record<string, string>> = {
  generate: 'stowage generate',
  check: 'stowage check',
  test: 'vitest run',
}

/** The script that `npm init` writes: it stands for none. */
const noTest = 'echo "Error: no test specified" && exit 1'

/** What the generated tests import, in the versions that this release is tested with. */
const devDependencies: Readonly<Record<string, string>> = {
  '@aws-sdk/client-s3': versions['@aws-sdk/client-s3'],
  '@aws-sdk/s3-request-presigner': '3.1163.0',
  '@prisma/prisma-schema-wasm': '8.1.0-2.59be4fda12412a79eeb9c2ae727b6aa723593323',
  mongoose: versions.mongoose,
  pg: '8.23.1',
  ulid: versions.ulid,
  vitest: '5.1.1',
}

/** What became of a package.json. */
export interface MergedPackage {
  readonly text: string
  /** What was added, in words: `script generate`. */
  readonly added: readonly string[]
}

/**
 * Adds what is missing to a package.json and changes nothing that is there, save the test of `npm init`, which only fails;
 * `undefined` for a text that is none.
 * @param existing absent where there is no package.json yet
 * @param version of Stowage
 */
export function mergePackage(existing: string | undefined, version: string): MergedPackage | undefined {
  const before = existing === undefined ? { private: true, type: 'module' } : parse(existing)
  if (before === undefined) return undefined
  const own = isIn(before.dependencies, 'stowage') || isIn(before.devDependencies, 'stowage')
  const wanted = own ? devDependencies : { ...devDependencies, stowage: `^${version}` }
  const missing = Object.entries(wanted).filter(([name]) => !isIn(before.dependencies, name))
  const withScripts = withMissing(withoutNoTest(before.scripts), Object.entries(scripts))
  const withPackages = withMissing(before.devDependencies, missing)
  if (withScripts === undefined || withPackages === undefined) return undefined
  const after = { ...before, scripts: withScripts.all, devDependencies: sorted(withPackages.all) }
  return {
    text: `${JSON.stringify(after, undefined, indentOf(existing))}\n`,
    added: [
      ...withScripts.added.map((name) => `script ${name}`),
      ...withPackages.added.map((name) => `development dependency ${name}`),
    ],
  }
}

type Json = Readonly<Record<string, unknown>>

function withMissing(
  there: unknown,
  wanted: readonly (readonly [string, string])[],
): { readonly all: Json; readonly added: readonly string[] } | undefined {
  if (there !== undefined && !isObject(there)) return undefined
  const missing = wanted.filter(([name]) => !isIn(there, name))
  return { all: { ...there, ...Object.fromEntries(missing) }, added: missing.map(([name]) => name) }
}

function withoutNoTest(scripts: unknown): unknown {
  if (!isObject(scripts) || scripts.test !== noTest) return scripts
  const { test: _, ...others } = scripts
  return others
}

function parse(text: string): Json | undefined {
  try {
    const data: unknown = JSON.parse(text)
    return isObject(data) ? data : undefined
  } catch {
    return undefined
  }
}

function isIn(packages: unknown, name: string): boolean {
  return isObject(packages) && Object.hasOwn(packages, name)
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** As npm sorts them. */
function sorted(packages: Json): Json {
  return Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The indentation that the file has, so that only what is added shows in its history. */
function indentOf(text: string | undefined): string {
  return /^\{\r?\n([ \t]+)/.exec(text ?? '')?.[1] ?? '  '
}
