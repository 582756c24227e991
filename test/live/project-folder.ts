import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A project with its output, below this repository so that its packages are found; gone at the end of the block. */
export class ProjectFolder implements Disposable {
  readonly path: string

  /** @param output files below `generated/` */
  constructor(output: readonly { readonly path: string; readonly text: string }[]) {
    const below = join(process.cwd(), '.tmp')
    mkdirSync(below, { recursive: true })
    this.path = mkdtempSync(join(below, 'project-'))
    for (const { path, text } of output) {
      const target = join(this.path, 'generated', path)
      mkdirSync(dirname(target), { recursive: true })
      writeFileSync(target, text)
    }
  }

  change(path: string, change: (text: string) => string): void {
    writeFileSync(path, change(readFileSync(path, 'utf8')))
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true, maxRetries: 3 })
  }
}
