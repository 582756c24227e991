import { findMermaid } from './mermaid-package.ts'

/** Goes up when the same text is drawn otherwise than before, so that what was drawn before is known to be old. */
const drawerVersion = 1

/** All that decides how a text is drawn, save browser and fonts: `mermaid 12.3.0, drawer 1`. */
export function makerOf(mermaidVersion: string): string {
  return `mermaid ${mermaidVersion}, drawer ${drawerVersion}`
}

/** What would draw in a project; `undefined` where Mermaid is not installed. */
export function makerIn(folder: string): string | undefined {
  const mermaid = findMermaid(folder)
  return mermaid === undefined ? undefined : makerOf(mermaid.version)
}
