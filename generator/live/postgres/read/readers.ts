import { type PostgresClient, rowsOf } from '../client.ts'
import { isOurs } from './sql.ts'

/** A view, in whatever schema, that shows rows of a table with the rights of the view's owner. */
export interface Reader {
  readonly view: string
  readonly table: string
}

export function readReaders(client: PostgresClient): Promise<readonly Reader[]> {
  return rowsOf<Reader>(
    client,
    `SELECT DISTINCT vn.nspname || '.' || v.relname AS "view", n.nspname || '.' || c.relname AS "table"
     FROM pg_depend AS d
     JOIN pg_rewrite AS r ON r.oid = d.objid
     JOIN pg_class AS v ON v.oid = r.ev_class AND v.relkind IN ('v', 'm')
     JOIN pg_namespace AS vn ON vn.oid = v.relnamespace
     JOIN pg_class AS c ON c.oid = d.refobjid AND c.relkind IN ('r', 'p')
     JOIN pg_namespace AS n ON n.oid = c.relnamespace
     WHERE d.classid = 'pg_rewrite'::regclass AND d.refclassid = 'pg_class'::regclass AND ${isOurs}
       AND NOT coalesce((
         SELECT bool_or(o.option_value::boolean) FROM pg_options_to_table(v.reloptions) AS o
         WHERE o.option_name = 'security_invoker'
       ), false)
     ORDER BY 1, 2`,
  )
}
