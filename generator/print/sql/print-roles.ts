import { type Lines, paragraphs, remark } from './layout.ts'
import { dollarQuoted, quoteIdentifier, quoteLiteral } from './quote.ts'
import type { Role, Schema } from './tree.ts'

/**
 * Makes the roles that are not there. Roles belong to the whole server: two databases may be set up at the same time,
 * and a lock holds in one of them only, so that a role which another session has just made counts as made.
 *
 * @param owner the one that may be a member of the others: it could change them all anyway
 * @param taken the roles that whoever runs the file takes on in it
 */
export function printRoles(roles: readonly Role[], owner: string | undefined, taken: readonly string[]): Lines {
  if (roles.length === 0) return []
  const names = roles.map(({ name }) => name)
  const rows = roles.map(
    ({ name, bypassRowSecurity }) => `(${quoteLiteral(name)}, ${bypassRowSecurity}, ${taken.includes(name)})`,
  )
  return paragraphs([
    roles.flatMap(({ name, about }) => remark(`${name}: ${about}`)),
    [
      `DO ${dollarQuoted(
        `
DECLARE
  wanted record;
  found record;
  is_16 constant boolean := current_setting('server_version_num')::integer >= 160000;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('stowage: roles', 0));
  FOR wanted IN
    SELECT * FROM (VALUES
      ${rows.join(',\n      ')}
    ) AS role (name, bypasses, taken)
  LOOP
    BEGIN
      EXECUTE format('CREATE ROLE %I NOLOGIN', wanted.name);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      NULL;
    END;
    SELECT rolsuper, rolbypassrls INTO STRICT found FROM pg_roles WHERE rolname = wanted.name;
    IF found.rolsuper OR (found.rolbypassrls AND NOT wanted.bypasses) THEN
      RAISE EXCEPTION 'the role % is a superuser or bypasses row level security: no policy would bind it', wanted.name
        USING ERRCODE = 'invalid_role_specification',
          HINT = format('ALTER ROLE %I NOSUPERUSER NOBYPASSRLS, or name another role in the spec.', wanted.name);
    END IF;
    IF wanted.bypasses AND NOT found.rolbypassrls THEN
      BEGIN
        EXECUTE format('ALTER ROLE %I BYPASSRLS', wanted.name);
      EXCEPTION WHEN insufficient_privilege THEN
        RAISE WARNING 'the role % cannot be given BYPASSRLS by %: until a superuser does so, its copies hold no rows',
          wanted.name, current_user;
      END;
    END IF;
    -- Who has made a role may grant it and, from version 16 on, has to before taking it on.
    IF wanted.taken AND NOT pg_has_role(wanted.name, CASE WHEN is_16 THEN 'SET' ELSE 'MEMBER' END) THEN
      EXECUTE format('GRANT %I TO CURRENT_USER', wanted.name)
        || CASE WHEN is_16 THEN ' WITH SET TRUE, INHERIT FALSE' ELSE '' END;
    END IF;
  END LOOP;
  -- Who is a member of another role has what that one has, or takes it on: it would see and do what it must not.
  FOR found IN
    SELECT member, held
    FROM unnest(${nameArray(names.filter((name) => name !== owner))}) AS member,
      unnest(${nameArray(names)}) AS held
    WHERE member <> held AND pg_has_role(member, held, 'MEMBER')
    ORDER BY member, held
  LOOP
    RAISE EXCEPTION 'the role % is a member of %: what keeps the two apart would not bind it', found.member, found.held
      USING ERRCODE = 'invalid_role_specification',
        HINT = format('Take %I out of %I, or name another role in the spec.', found.member, found.held);
  END LOOP;
END
`,
        'roles',
      )};`,
    ],
  ])
}

/** The schemas, to which nobody may add but the owner. `public` is there; its owner is not ours. */
export function printSchemas(schemas: readonly Schema[], owner: string | undefined): Lines {
  return paragraphs(
    schemas.map((schema) => [
      ...remark(`Schema ${schema.name}: ${schema.about}`),
      ...(schema.name === 'public'
        ? [
            'REVOKE CREATE ON SCHEMA public FROM PUBLIC;',
            ...(owner === undefined
              ? []
              : [`GRANT USAGE, CREATE ON SCHEMA public TO ${quoteIdentifier(owner)};`, ...refuseOpenSchema(owner)]),
            ...printUsage(schema),
          ]
        : [
            owner === undefined
              ? `CREATE SCHEMA ${quoteIdentifier(schema.name)};`
              : `CREATE SCHEMA ${quoteIdentifier(schema.name)} AUTHORIZATION ${quoteIdentifier(owner)};`,
          ]),
    ]),
  )
}

/**
 * Where `public` is somebody else's, as in a database that has come from a version before 15, PostgreSQL only warns that
 * nothing was revoked. Whoever may add an operator there has it called by the checks that are made from here on, and a
 * function by the owner's next migration, with the rights of whoever runs into them.
 */
function refuseOpenSchema(owner: string): Lines {
  const body = `
DECLARE
  planted text;
BEGIN
  IF has_schema_privilege('public', 'public', 'CREATE') THEN
    RAISE EXCEPTION 'everybody may make objects in the schema public, and % may not change that', current_user
      USING ERRCODE = 'insufficient_privilege',
        HINT = format('Its owner or a superuser says: REVOKE CREATE ON SCHEMA public FROM PUBLIC; GRANT USAGE, CREATE ON SCHEMA public TO %I WITH GRANT OPTION.', current_user);
  END IF;
  SELECT min(made.name) INTO planted
  FROM (
    SELECT tableoid, oid, oid::regprocedure::text, proowner FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    UNION ALL
    SELECT tableoid, oid, oid::regoperator::text, oprowner FROM pg_operator WHERE oprnamespace = 'public'::regnamespace
  ) AS made (catalog, id, name, owner)
  JOIN pg_roles AS role ON role.oid = made.owner
  WHERE NOT role.rolsuper AND role.rolname NOT IN (current_user, ${quoteLiteral(owner)})
    AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = made.catalog AND objid = made.id AND deptype = 'e');
  IF planted IS NOT NULL THEN
    RAISE EXCEPTION 'the schema public holds what somebody else has made: %', planted
      USING ERRCODE = 'object_not_in_prerequisite_state',
        HINT = 'The tables that are made here would take it for PostgreSQL''s own. Drop it, or begin with an empty database.';
  END IF;
END
`
  return [`DO ${dollarQuoted(body, 'public')};`]
}

/** Who may see into the schemas that are the owner's, said by the owner. */
export function printUsages(schemas: readonly Schema[]): Lines {
  return schemas.filter(({ name }) => name !== 'public').flatMap(printUsage)
}

function printUsage({ name, usage }: Schema): Lines {
  if (usage.length === 0) return []
  return [`GRANT USAGE ON SCHEMA ${quoteIdentifier(name)} TO ${usage.map(quoteIdentifier).join(', ')};`]
}

function nameArray(names: readonly string[]): string {
  return `ARRAY[${names.map(quoteLiteral).join(', ')}]`
}
