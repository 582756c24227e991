import { readFileSync } from 'node:fs'
import { peerPath, resolvedFrom } from '../peer-package.ts'

/** The Mermaid that `@mermaid-js/mermaid-cli` stands on, as it is installed. */
export interface MermaidPackage {
  readonly version: string
  /** The script that brings all of it into a page, absolute. */
  readonly script: string
}

/** Looks for Mermaid without loading it; `undefined` where it is not installed. */
export function findMermaid(folder: string): MermaidPackage | undefined {
  const cli = peerPath(folder, '@mermaid-js/mermaid-cli')
  if (cli === undefined) return undefined
  const script = resolvedFrom(cli, 'mermaid/dist/mermaid.min.js')
  const description = resolvedFrom(cli, 'mermaid/package.json')
  if (script === undefined || description === undefined) return undefined
  const data: unknown = JSON.parse(readFileSync(description, 'utf8'))
  if (typeof data !== 'object' || data === null || !('version' in data) || typeof data.version !== 'string') return
  return { version: data.version, script }
}
