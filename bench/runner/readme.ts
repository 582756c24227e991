const start = '<!-- measured: start -->'
const end = '<!-- measured: end -->'

/** The text with a report in place of the one that it has. @throws Error where it has no place for one */
export function withReport(text: string, report: string): string {
  const [before, rest] = text.split(`${start}\n`)
  const after = rest?.split(end)[1]
  if (before === undefined || after === undefined) throw new Error(`no ${start} ... ${end}`)
  return `${before}${start}\n\n${report}\n${end}${after}`
}
