import Handlebars from 'handlebars'

/**
 * Refuses a template in which a value could reach the page without one of the helpers, or with logic beyond `each`, `if`
 * and partials.
 *
 * @throws Error that names the template and the line
 */
export function refuseUnescaped(name: string, source: string, helpers: readonly string[]): void {
  check(Handlebars.parse(source).body, (line, problem) => {
    throw new Error(`templates/docs/${name}.hbs:${line}: ${problem}`)
  })

  function check(statements: readonly hbs.AST.Statement[], refuse: (line: number, problem: string) => never): void {
    for (const statement of statements) {
      const line = statement.loc.start.line
      switch (statement.type) {
        case 'ContentStatement':
        case 'CommentStatement':
          break
        case 'PartialStatement':
          if ((statement as hbs.AST.PartialStatement).name.type !== 'PathExpression') {
            refuse(line, 'a partial has a fixed name')
          }
          break
        case 'MustacheStatement': {
          const { params, path } = statement as hbs.AST.MustacheStatement
          const helper = 'original' in path ? String(path.original) : ''
          if (!helpers.includes(helper) || params.length !== 1) {
            refuse(line, `a value reaches the page by {{<helper> value}} only; the helpers are ${helpers.join(', ')}`)
          }
          break
        }
        case 'BlockStatement': {
          const { inverse, path, program } = statement as hbs.AST.BlockStatement
          if (path.original !== 'each' && path.original !== 'if') refuse(line, 'the only blocks are #each and #if')
          check(program.body, refuse)
          check(inverse?.body ?? [], refuse)
          break
        }
        default:
          refuse(line, `${statement.type} has no place in a template`)
      }
    }
  }
}
