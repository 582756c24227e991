import { type Lines, paragraphs, remark } from './layout.ts'
import { printType } from './print-type.ts'
import { printQualified } from './qualified.ts'
import { dollarQuoted, quoteIdentifier, quoteLiteral } from './quote.ts'
import type { SqlFunction } from './tree.ts'

/**
 * A function that nobody may call but those it names. Its own search path is empty: whoever calls it cannot put something
 * else in the place of what it names.
 *
 * @param roles whether the project has roles at all; without them whoever may connect may call it
 */
function printFunction(one: SqlFunction, roles: boolean): Lines {
  const { arguments: given, returns, language, volatility, security, body, execute, about } = one
  const name = printQualified(one)
  const parameters = given.map(
    ({ name: parameter, type, default: start }) =>
      `${quoteIdentifier(parameter)} ${printType(type)}${start === undefined ? '' : ` DEFAULT ${start}`}`,
  )
  const signature = `${name}(${given.map(({ type }) => printType(type)).join(', ')})`
  const kind = returns === 'trigger' || volatility === 'volatile' ? '' : ` ${volatility.toUpperCase()}`
  return [
    `CREATE FUNCTION ${name}(${parameters.join(', ')}) RETURNS ${returns}`,
    `  LANGUAGE ${language}${kind}${security === 'definer' ? ' SECURITY DEFINER' : ''} SET search_path = ''`,
    `AS ${dollarQuoted(body, 'body')};`,
    `COMMENT ON FUNCTION ${signature} IS ${quoteLiteral(about)};`,
    ...(roles ? [`REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC;`] : []),
    ...(execute.length === 0
      ? []
      : [`GRANT EXECUTE ON FUNCTION ${signature} TO ${execute.map(quoteIdentifier).join(', ')};`]),
  ]
}

/**
 * Functions, each made by the role that owns it. Whoever runs the file takes that role on for it, and is the owner of all
 * the rest again afterwards.
 */
export function printFunctions(functions: readonly SqlFunction[], owner: string | undefined): Lines {
  const byOwner = Map.groupBy(functions, (one) => one.owner ?? owner)
  return paragraphs(
    [...byOwner].flatMap(([role, own]): readonly Lines[] => {
      const printed = own.map((one) => printFunction(one, owner !== undefined))
      if (role === undefined || owner === undefined || role === owner) return printed
      return [
        [...remark(`With the rights of ${role}, whoever calls:`), `SET ROLE ${quoteIdentifier(role)};`],
        ...printed,
        [`SET ROLE ${quoteIdentifier(owner)};`],
      ]
    }),
  )
}
