/** The files by which the output is kept; all in its root, none of them made by an emitter. */
export const manifestPath = '.manifest.json'
const nextManifestPath = '.manifest.next.json'
export const lockPath = '.manifest.lock'

/** Where it is written down what is ours in a folder: what holds, and what may hold during a run. */
export interface Ledger {
  readonly manifest: string
  readonly next: string
  /** The folder in which new texts wait until they may take their places. */
  readonly staging: string
}

/** Of the output. */
export const outputLedger: Ledger = { manifest: manifestPath, next: nextManifestPath, staging: '.manifest.staging' }
/** Of the drawings, in the folder of the diagrams: they depend on browser and fonts, and stand in no other manifest. */
export const drawingLedger: Ledger = { manifest: '.drawn.json', next: '.drawn.next.json', staging: '.drawn.staging' }

/** Appended to the path of a single file while its new text is written. */
export const temporarySuffix = '.stowage-tmp'

const reserved: ReadonlySet<string> = new Set([
  manifestPath,
  nextManifestPath,
  lockPath,
  outputLedger.staging,
  drawingLedger.manifest,
  drawingLedger.next,
  drawingLedger.staging,
])

/**
 * Whether a path may be written below the root: posix, relative, without `.`, `..` and empty segments, backslashes, colons
 * (drives, streams) and control characters, and none of our own files. A manifest is a text that anyone may have edited.
 */
export function isOutputPath(path: string): boolean {
  const [top = ''] = path.split('/', 1)
  if (reserved.has(top) || path.startsWith(`${lockPath}.`) || path.endsWith(temporarySuffix)) return false
  return !/[\\:\p{Cc}]|(?:^|\/)\.{0,2}(?:\/|$)/u.test(path)
}

/** The folder that a path stands in: `a/b` of `a/b/c.md`; empty for the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

/** The folders above a path, nearest first, without the root: `a/b/c.md` gives `a/b`, `a`. */
export function foldersOf(path: string): readonly string[] {
  const folders: string[] = []
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) folders.push(path.slice(0, at))
  return folders
}
