/** In JavaScript a dot stands for any character that ends no line, in PostgreSQL for any character at all. */
const dot = '[^\\n\\r\\u2028\\u2029]'
/** What JavaScript takes for white space; PostgreSQL, where no language decides, takes ASCII's alone. */
const space = '\\t-\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff'

/** A pattern that both read, in the words with which PostgreSQL matches exactly what JavaScript does. */
export function sqlPattern(pattern: string): string {
  let sql = ''
  for (let at = 0; at < pattern.length; ) {
    const piece = /^(?:\\.|\[(?:\\.|[^\]\\])*\]|.)/su.exec(pattern.slice(at))?.[0] ?? ''
    sql += piece.length > 1 && piece.startsWith('[') ? bracketed(piece) : outside(piece)
    at += Math.max(piece.length, 1)
  }
  return sql
}

function outside(piece: string): string {
  switch (piece) {
    case '.':
      return dot
    case '\\s':
      return `[${space}]`
    case '\\S':
      return `[^${space}]`
    default:
      return piece
  }
}

/**
 * A set of characters. In PostgreSQL a bracket in it can begin the name of a class, and a hyphen behind a range is a
 * mistake: where JavaScript takes either for itself, it is escaped.
 */
function bracketed(set: string): string {
  const [, start = '[', inner = ''] = /^(\[\^?)(.*)\]$/su.exec(set) ?? []
  const members = inner.match(/\\u[0-9A-Fa-f]{4}|\\.|./gsu) ?? []
  let sql = start
  let before: 'nothing' | 'character' | 'hyphen' = 'nothing'
  for (const [at, member] of members.entries()) {
    if (member === '-' && before === 'character' && at < members.length - 1) {
      sql += member
      before = 'hyphen'
    } else {
      sql += inside(member)
      before = before === 'hyphen' || /^\\[dDsSwW]$/.test(member) ? 'nothing' : 'character'
    }
  }
  return `${sql}]`
}

function inside(member: string): string {
  if (member === '\\s') return space
  return member === '[' || member === '-' ? `\\${member}` : member
}
