/** What a piece of a glob reads of a text. */
type Piece =
  | { readonly kind: 'character'; readonly character: string }
  /** `?`: one character of a name. */
  | { readonly kind: 'one' }
  /** `*`: any part of a name. */
  | { readonly kind: 'name' }
  /** A last `**`: all that is left. */
  | { readonly kind: 'rest' }
  /** `**` and the slash behind it: any number of folders. At the start of one, and within one. */
  | { readonly kind: 'folders' }
  | { readonly kind: 'folder' }

/** So many alternatives may the braces of a glob stand for; one with more matches nothing. */
const mostAlternatives = 200

/**
 * Whether a glob matches a text whole: `*`, `?`, `**` and `{a,b}`. Reads the text once for each alternative, so that no pattern
 * takes long: those of a spec are somebody else's, and the usual ones are turned into expressions that go back and back.
 */
export function matchesGlob(text: string, glob: string): boolean {
  return alternatives(glob).some((one) => matches(text, piecesOf(one)))
}

function alternatives(glob: string): readonly string[] {
  const open = [glob]
  const whole: string[] = []
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const group = /\{([^{}]*,[^{}]*)\}/.exec(next)
    if (group === null) whole.push(next)
    else {
      const [head, tail] = [next.slice(0, group.index), next.slice(group.index + group[0].length)]
      for (const word of (group[1] ?? '').split(',')) open.push(`${head}${word}${tail}`)
    }
    if (open.length + whole.length > mostAlternatives) return []
  }
  return whole
}

function piecesOf(glob: string): readonly Piece[] {
  return [...glob.matchAll(/(?<=^|\/)\*\*(\/|$)|\*+|[^*]/gsu)].flatMap(([text, end]): Piece[] => {
    if (end === '/') return [{ kind: 'folders' }, { kind: 'folder' }]
    if (end === '') return [{ kind: 'rest' }]
    if (text.startsWith('*')) return [{ kind: 'name' }]
    return [text === '?' ? { kind: 'one' } : { kind: 'character', character: text }]
  })
}

/** Follows all ways of reading at once: a set of the pieces that may come next. */
function matches(text: string, pieces: readonly Piece[]): boolean {
  let states = reached([0], pieces)
  for (const character of text) {
    states = reached(
      [...states].flatMap((at) => after(at, pieces[at], character) ?? []),
      pieces,
    )
    if (states.size === 0) return false
  }
  return states.has(pieces.length)
}

/** The piece that comes next where one reads a character; nothing where it does not. */
function after(at: number, piece: Piece | undefined, character: string): number | undefined {
  const slash = character === '/'
  switch (piece?.kind) {
    case undefined:
      return undefined
    case 'character':
      return piece.character === character ? at + 1 : undefined
    case 'one':
      return slash ? undefined : at + 1
    case 'name':
      return slash ? undefined : at
    case 'rest':
      return at
    case 'folders':
      return slash ? undefined : at + 1
    case 'folder':
      return slash ? at - 1 : at
  }
}

/** Those places, and where one comes from them without reading anything. */
function reached(places: readonly number[], pieces: readonly Piece[]): ReadonlySet<number> {
  const all = new Set(places)
  for (const at of all) {
    const kind = pieces[at]?.kind
    if (kind === 'name' || kind === 'rest') all.add(at + 1)
    if (kind === 'folders') all.add(at + 2)
  }
  return all
}
