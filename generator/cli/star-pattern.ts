import type { Dirent } from 'node:fs'

/** A folder and a name with one star in it: `domains/*.yaml`. What a glob may hold else is not among the characters. */
const oneStar = /^((?:\w[\w .-]*\/)*)((?:\w[\w .-]*)?)\*([\w .-]*)$/

/**
 * The files that such a pattern matches, as a glob library finds them; most patterns of a spec are such, and the library takes
 * longer to start than the folder to list. Nothing for any other pattern, where the folder cannot be listed, and where it holds
 * a link of a name that matches.
 */
export function starMatches(
  pattern: string,
  list: (folder: string) => readonly Dirent[] | undefined,
): readonly string[] | undefined {
  const [whole, folder = '', head = '', tail = ''] = oneStar.exec(pattern) ?? []
  if (whole === undefined || folder.includes('node_modules')) return undefined
  const entries = list(folder)
  if (entries === undefined) return undefined
  const matches: string[] = []
  for (const entry of entries) {
    const { name } = entry
    // A star may stand for nothing, and never stands for the dot of a hidden file.
    const isMatch = name.length >= head.length + tail.length && name.startsWith(head) && name.endsWith(tail)
    if (!isMatch || (head === '' && name.startsWith('.'))) continue
    if (entry.isFile()) matches.push(folder + name)
    else if (!entry.isDirectory()) return undefined
  }
  return matches
}
