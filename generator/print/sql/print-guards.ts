import { oncePer } from '../../base/once-per.ts'
import type { Expression } from './expression.ts'
import { comma, ended, filled, type Lines, listed, remark } from './layout.ts'
import { printCondition, printExpression } from './print-expression.ts'
import { printName, printQualified } from './qualified.ts'
import { quoteIdentifier, quoteLiteral } from './quote.ts'
import type { Grant, Policy, Qualified, Table, Trigger, View } from './tree.ts'

// Most tables have the very same conditions.
const printWhen = oncePer((when: Expression) => printCondition('WHEN ', when, '', '  '))
const printUsing = oncePer((using: Expression) => printCondition('USING ', using, '', '  '))
const printWithCheck = oncePer((check: Expression) => printCondition('WITH CHECK ', check, '', '  '))

/** The triggers of a table, each below what it is for. */
export function printTriggers(table: Table): Lines {
  return table.triggers.flatMap((trigger) => [...remark(trigger.about), ...printTrigger(table, trigger)])
}

function printTrigger(table: Table, trigger: Trigger): Lines {
  const { name, timing, events, level, when, arguments: values } = trigger
  const on = `${timing.toUpperCase()} ${events.map((event) => event.toUpperCase()).join(' OR ')} ON ${printName(table)}`
  return [
    `CREATE TRIGGER ${quoteIdentifier(name)} ${on} FOR EACH ${level.toUpperCase()}`,
    ...(when === undefined ? [] : printWhen(when)),
    ...listed(`EXECUTE FUNCTION ${printQualified(trigger.function)}`, values.map(quoteLiteral), ';', '  '),
    ...(trigger.always ? [`ALTER TABLE ${printName(table)} ENABLE ALWAYS TRIGGER ${quoteIdentifier(name)};`] : []),
  ]
}

/** Row level security, which binds the owner too, and the policies that let rows through. */
export function printRowSecurity(table: Table): Lines {
  if (table.rowSecurity === undefined) return []
  return [
    `ALTER TABLE ${printName(table)} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;`,
    ...table.rowSecurity.policies.flatMap((policy) => [...remark(policy.about), ...printPolicy(table, policy)]),
  ]
}

function printPolicy(table: Table, { name, command, roles, using, check }: Policy): Lines {
  const lines = [
    `CREATE POLICY ${quoteIdentifier(name)} ON ${printName(table)} FOR ${command.toUpperCase()}`,
    `  TO ${roles.map(quoteIdentifier).join(', ')}`,
    ...(using === undefined ? [] : printUsing(using)),
    ...(check === undefined ? [] : printWithCheck(check)),
  ]
  return ended(lines, ';')
}

/** One statement for all roles that may do the same; before them, what the owner's default privileges may have given to all is taken. */
export function printGrants(of: Qualified, grants: readonly Grant[]): Lines {
  if (grants.length === 0) return []
  const alike = Map.groupBy(grants, ({ privileges }) => privileges.join(', ').toUpperCase())
  const given = [...alike]
    .filter(([privileges]) => privileges !== '')
    .map(([privileges, to]) => {
      const roles = to.map(({ role }) => quoteIdentifier(role)).join(', ')
      return `GRANT ${privileges} ON ${printName(of)} TO ${roles};`
    })
  return [`REVOKE ALL ON ${printName(of)} FROM PUBLIC;`, ...given]
}

/** The same for the sequences that count columns up. */
export function printSequenceGrants({ columns }: Table): Lines {
  return columns.flatMap(({ identity }) => {
    if (identity === undefined || identity.grants.length === 0) return []
    const name = printName(identity.sequence)
    const given = identity.grants.map(
      ({ role, privileges }) =>
        `GRANT ${privileges.join(', ').toUpperCase()} ON SEQUENCE ${name} TO ${quoteIdentifier(role)};`,
    )
    return [`REVOKE ALL ON SEQUENCE ${name} FROM PUBLIC;`, ...given]
  })
}

/** The view of the live rows, which shows a role what the table would show it. */
export function printView(table: Table, { name, about, columns, where, grants }: View): Lines {
  const view = { schema: table.schema, name }
  const names = columns.map(quoteIdentifier)
  return [
    ...remark(about),
    `CREATE VIEW ${printName(view)} WITH (security_invoker = true) AS`,
    ...filled(comma(names), '    ', '  SELECT '),
    `  FROM ${printName(table)}`,
    `  WHERE ${printExpression(where)};`,
    `COMMENT ON VIEW ${printName(view)} IS ${quoteLiteral(about)};`,
    ...printGrants(view, grants),
  ]
}
