import type { OutputChunk } from 'rolldown'

const detour = /^export\{[\w$,]*\}from"\.\/([^"/]+)";\s*$/
const wanted = /(import\(`(?:\.|\.\.\/chunks)\/)([^`/]+)(?=`\))/g

/**
 * Chunks without those that only hand on what another one exports by the same names: what imports them imports the other one.
 * Rolldown makes one for each module that is imported when it is wanted and lies in a chunk with others.
 */
export function withoutDetours<C extends Pick<OutputChunk, 'code' | 'fileName'>>(chunks: readonly C[]): readonly C[] {
  const targets = new Map<string, string>()
  for (const { code, fileName } of chunks) {
    const [, target] = detour.exec(code) ?? []
    if (target !== undefined && fileName.startsWith('chunks/')) targets.set(fileName.slice('chunks/'.length), target)
  }
  return chunks
    .filter(({ fileName }) => !targets.has(fileName.slice('chunks/'.length)))
    .map((chunk) => ({
      ...chunk,
      code: chunk.code.replace(wanted, (_, before: string, name: string) => `${before}${targets.get(name) ?? name}`),
    }))
}
