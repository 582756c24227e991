/** Bounds every search along a line: a file may be one line of a megabyte. */
export const longestText = 2_000

/** A type in its compact form, as far as it reaches. */
const compactType = /[A-Za-z_][A-Za-z0-9_]*(?:\([^()[\]{}'"\n#]*\))?(?:\[\])?\??/y

/** Where a compact type ends that starts at an offset; nothing where something else goes on there. */
export function typeEnd(text: string, start: number): number | undefined {
  compactType.lastIndex = start
  if (!compactType.test(text)) return undefined
  const end = compactType.lastIndex
  return /^[\s,}\]]?$/.test(text.charAt(end)) ? end : undefined
}

/** Whether a text is a compact type that needs quotes in the flow style. */
export function isCompactType(text: string): boolean {
  return typeEnd(text, 0) === text.length && /[([]/.test(text)
}

/**
 * Where a text in the flow style was meant to end: at a comma or a closing bracket that is not its own, or with its
 * line. Reads it as a regular expression, in which brackets may be escaped or stand in a class. Nothing for a text
 * that is longer than any that a person forgets to quote, and for one of blanks alone, of which YAML knows but two.
 */
export function flowExtent(text: string, start: number): number | undefined {
  let depth = 0
  let inClass = false
  let at = start
  for (; at < text.length; at += 1) {
    if (at - start > longestText) return undefined
    const char = text.charAt(at)
    if (char === '\n' || (char === '#' && /\s/.test(text.charAt(at - 1)))) break
    if (char === '\\') at += 1
    else if (inClass) inClass = char !== ']'
    else if (char === '[') inClass = true
    else if (char === '{' || char === '(') depth += 1
    else if (depth > 0 && (char === '}' || char === ')')) depth -= 1
    else if (depth === 0 && (char === ',' || char === '}' || char === ']')) break
  }
  const end = Math.min(at, text.length)
  const { length } = text.slice(start, end).trimEnd()
  return length === 0 ? undefined : start + length
}

/** Whether a pattern was cut by a ` #`, which starts a comment: it is whole only with what seems to be one. */
export function loses(kept: string, whole: string): boolean {
  if (whole === kept) return false
  const cut = kept.startsWith('^') && !kept.endsWith('$') && whole.endsWith('$')
  return cut || (!isRegExp(kept) && isRegExp(whole))
}

function isRegExp(text: string): boolean {
  try {
    new RegExp(text, 'u')
    return true
  } catch {
    return false
  }
}

/** Whether a text in double quotes has an escape that YAML does not know: `"^\d+$"`. */
export function hasBadEscape(quoted: string): boolean {
  return quoted.startsWith('"') && /(?<!\\)(?:\\\\)*\\[^0abtnvfre "/\\N_LPxuU\n\t]/.test(quoted)
}
