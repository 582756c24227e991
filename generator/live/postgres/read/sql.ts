/** The schemas that Stowage writes to. */
const ourSchemas: readonly string[] = ['public', 'stowage']

/** A condition on a `pg_namespace` called `n`. */
export const isOurs: string = `n.nspname IN (${ourSchemas.map((name) => `'${name}'`).join(', ')})`

/**
 * The rights on a thing, but for its owner's, as JSON; NULL where there are none.
 * @param acl the column that holds them
 * @param kind as `acldefault` calls it: a thing that nobody granted anything on has what PostgreSQL gives from the start
 */
export function grantsOf(acl: string, kind: 'r' | 'f' | 'n' | 's', owner: string): string {
  return `(
    SELECT json_agg(json_build_object(
      'role', coalesce(grantee.rolname, 'PUBLIC'),
      'privilege', lower(privilege.privilege_type) || CASE WHEN privilege.is_grantable THEN '*' ELSE '' END
    ))
    FROM aclexplode(coalesce(${acl}, acldefault('${kind}', ${owner}))) AS privilege
    LEFT JOIN pg_roles AS grantee ON grantee.oid = privilege.grantee
    WHERE privilege.grantee <> ${owner}
  )`
}
