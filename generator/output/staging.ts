import { attempt } from './attempt.ts'
import { type FileSystem, systemCode } from './file-system.ts'
import { OutputError } from './output-error.ts'
import { folderOf, type Ledger, temporarySuffix } from './output-path.ts'

/**
 * New texts on the disk of an output, in a folder that nobody reads, until it is known that they may take their places. A run
 * that is killed leaves that folder, and the next one removes it: a text is in its place whole or not at all.
 */
export class Staging {
  readonly #root: string
  readonly #folder: string
  readonly #fs: FileSystem
  /** The folders in here by their paths in the output. */
  readonly #folders = new Set<string>()

  /** @param root of the output, which exists and is held by this run */
  constructor(root: string, { staging }: Pick<Ledger, 'staging'>, fs: FileSystem) {
    this.#root = root
    this.#folder = `${root}/${staging}`
    this.#fs = fs
  }

  /** Lays a text by for a path. @throws OutputError */
  put(path: string, text: string): void {
    attempt(path, () => {
      this.#makeFolder(folderOf(path))
      this.#fs.create(`${this.#folder}/${path}`, text)
    })
  }

  /** Puts one file in its place, whose folder is there. @throws OutputError */
  place(path: string): void {
    attempt(path, () => this.#rename(path))
  }

  /** Puts everything in its place; a folder that is not there yet is moved with all that is in it. @throws OutputError */
  placeAll(folder: string = ''): void {
    for (const name of this.#fs.list(`${this.#folder}/${folder}`)) {
      const path = folder === '' ? name : `${folder}/${name}`
      if (!this.#folders.has(path)) this.place(path)
      else if (attempt(path, () => !this.#movesWhole(path))) this.placeAll(path)
    }
  }

  /** Removes the folder and what is in it, as a run that was killed has left it. @throws OutputError */
  clear(): void {
    attempt('', () => removeTree(this.#folder, this.#fs))
    this.#folders.clear()
  }

  /** Ends a run. What cannot be removed now, the next run removes: how this one went is the thing to tell. */
  end(): void {
    if (this.#folders.size === 0) return
    try {
      this.clear()
    } catch (error) {
      if (!(error instanceof OutputError)) throw error
    }
  }

  #makeFolder(path: string): void {
    if (this.#folders.has(path)) return
    this.#fs.makeFolder(path === '' ? this.#folder : `${this.#folder}/${path}`)
    for (let at = path; !this.#folders.has(at); at = folderOf(at)) this.#folders.add(at)
  }

  /** Moves a folder where none is; makes one where it cannot be moved. */
  #movesWhole(path: string): boolean {
    if (this.#fs.kindOf(`${this.#root}/${path}`) !== 'missing') return false
    try {
      this.#fs.rename(`${this.#folder}/${path}`, `${this.#root}/${path}`)
      return true
    } catch (error) {
      if (systemCode(error) !== 'EXDEV') throw error
      this.#fs.makeFolder(`${this.#root}/${path}`)
      return false
    }
  }

  #rename(path: string): void {
    const [from, to] = [`${this.#folder}/${path}`, `${this.#root}/${path}`]
    try {
      this.#fs.rename(from, to)
    } catch (error) {
      if (systemCode(error) !== 'EXDEV') throw error
      // A folder of the output is a disk of its own: the text is copied there first.
      const beside = `${to}${temporarySuffix}`
      if (this.#fs.kindOf(beside) !== 'missing') this.#fs.remove(beside)
      this.#fs.create(beside, this.#fs.read(from))
      this.#fs.rename(beside, to)
    }
  }
}

/** Removes what stands at a path, with all that is in it; a link is not followed. */
function removeTree(path: string, fs: FileSystem): void {
  const kind = fs.kindOf(path)
  if (kind === 'missing') return
  if (kind !== 'folder') {
    fs.remove(path)
    return
  }
  for (const name of fs.list(path)) removeTree(`${path}/${name}`, fs)
  fs.removeFolder(path)
}
