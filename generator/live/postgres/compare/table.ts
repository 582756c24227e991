import type { Difference } from '../../report.ts'
import type {
  ColumnDescription,
  ConstraintDescription,
  IndexDescription,
  PolicyDescription,
  TableDescription,
  TriggerDescription,
} from '../description.ts'
import { compareFacts, compareThings, difference, type Facts, grantFacts, type Kind } from './facts.ts'

/** Everything that is attached to one table. */
export function compareTable(wanted: TableDescription, found: TableDescription): readonly Difference[] {
  const of = tableName(wanted)
  return [
    ...compareFacts(`table ${of}`, tableFacts(wanted, wanted), tableFacts(found, wanted)),
    ...compareThings(columns(of, wanted.grants !== undefined), wanted.columns, found.columns),
    ...compareThings(constraints(of), wanted.constraints, found.constraints),
    ...compareThings(indexes(of), wanted.indexes, found.indexes),
    ...compareThings(triggers(of), wanted.triggers, found.triggers),
    ...compareThings(policies(of), wanted.policies, found.policies),
    ...compareThings(rules(of), wanted.rules, found.rules),
    ...compareRows(wanted, found),
  ]
}

/** `activities`, `stowage.lifecycle_moves`: what is in `public` is called by its own name. */
export function tableName({ schema, name }: Pick<TableDescription, 'schema' | 'name'>): string {
  return schema === 'public' ? name : `${schema}.${name}`
}

/** @param wanted says whether owner and rights are looked at */
function tableFacts(table: TableDescription, wanted: TableDescription): Facts {
  return {
    owner: wanted.owner === undefined ? undefined : table.owner,
    comment: table.comment,
    persistence: table.persistence,
    'partitioned by': table.partitionedBy,
    'row level security': table.rowSecurity.enabled ? 'enabled' : 'disabled',
    // Who owns a table without it reads and writes past every policy.
    'row level security for the owner': table.rowSecurity.forced ? 'forced' : 'not forced',
    ...(wanted.grants === undefined ? {} : grantFacts(table.grants)),
  }
}

/** @param rights whether rights are looked at */
function columns(of: string, rights: boolean): Kind<ColumnDescription> {
  return {
    word: 'column',
    of,
    name: ({ name }) => name,
    whole: ({ type, optional }) => `${type}${optional ? '' : ' NOT NULL'}`,
    facts: (column) => ({
      type: column.type,
      'null values': column.optional ? 'allowed' : 'refused',
      default: column.default,
      collation: column.collation,
      'filled by': column.filled,
      'rights on its sequence': rights ? counterText(column) : undefined,
      comment: column.comment,
      ...grantFacts(column.grants),
    }),
  }
}

function counterText({ counter = [] }: ColumnDescription): string | undefined {
  const texts = counter.map(({ role, privileges }) => `${role}: ${privileges.join(', ')}`)
  return texts.length === 0 ? undefined : texts.join('; ')
}

function constraints(of: string): Kind<ConstraintDescription> {
  return {
    word: 'constraint',
    of,
    name: ({ name }) => name,
    whole: ({ definition }) => definition,
    facts: ({ definition, enforced }) => ({
      definition,
      enforced: enforced ? 'yes' : 'no: its triggers are disabled',
    }),
  }
}

function indexes(of: string): Kind<IndexDescription> {
  return {
    word: 'index',
    of,
    name: ({ name }) => name,
    whole: ({ definition }) => definition,
    facts: ({ definition, valid }) => ({
      definition,
      state: valid ? 'valid' : 'invalid: it was left unfinished',
    }),
  }
}

function triggers(of: string): Kind<TriggerDescription> {
  return {
    word: 'trigger',
    of,
    name: ({ name }) => name,
    whole: ({ definition }) => definition,
    facts: ({ definition, enabled }) => ({ definition, 'fires in': firing(enabled) }),
  }
}

export function firing(enabled: TriggerDescription['enabled']): string {
  switch (enabled) {
    case 'origin':
      return 'every session but a replica’s'
    case 'always':
      return 'every session'
    case 'replica':
      return 'a replica’s session only'
    case 'disabled':
      return 'no session: it is disabled'
  }
}

function policies(of: string): Kind<PolicyDescription> {
  return {
    word: 'policy',
    of,
    name: ({ name }) => name,
    whole: ({ command, roles, using, check }) =>
      [
        `FOR ${command.toUpperCase()} TO ${roles.join(', ')}`,
        using === undefined ? '' : `USING (${using})`,
        check === undefined ? '' : `WITH CHECK (${check})`,
      ]
        .filter((part) => part !== '')
        .join(' '),
    facts: (policy) => ({
      command: policy.command,
      kind: policy.permissive ? 'permissive' : 'restrictive',
      roles: policy.roles.join(', '),
      using: policy.using,
      'with check': policy.check,
    }),
  }
}

function rules(of: string): Kind<string> {
  return { word: 'rule', of, name: (name) => name, whole: () => undefined, facts: () => ({}) }
}

function compareRows(wanted: TableDescription, found: TableDescription): readonly Difference[] {
  if (wanted.rows === undefined) return []
  const text = (row: readonly (string | null)[]): string => row.map((value) => value ?? 'NULL').join(', ')
  const place = `table ${tableName(wanted)}`
  const theirs = new Set((found.rows ?? []).map(text))
  const ours = new Set(wanted.rows.map(text))
  return [
    ...[...ours].filter((row) => !theirs.has(row)).map((row) => difference(place, 'row missing', row, undefined)),
    ...[...theirs]
      .filter((row) => !ours.has(row))
      .map((row) => difference(place, 'row not in the spec', undefined, row)),
  ]
}
