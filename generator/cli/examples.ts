/** The last part of each command's help. */
export const examples = {
  stowage: `
Examples:
  $ stowage init                 a small spec to start from
  $ stowage generate             compile it
  $ stowage check                in continuous integration
  $ stowage explain naming/timestamp-suffix

Exit codes: 0 clean, 1 findings, 2 could not run.`,
  generate: `
Examples:
  $ stowage generate
  $ stowage generate --check                   exit 1 where a file is stale
  $ stowage generate --only prisma,mongoose    leave all other files alone
  $ stowage generate --dry-run                 what would change

A file that was changed by hand stops the run before anything is written; --force overwrites it.`,
  lint: `
Examples:
  $ stowage lint
  $ stowage lint --fix
  $ stowage lint --format json | jq '.diagnostics[].code'

Errors exit 1; warnings alone exit 0.`,
  check: `
Examples:
  $ stowage check

Exits 1 where the spec has errors or a generated file is stale.`,
  capacity: `
Examples:
  $ stowage capacity
  $ stowage capacity --tenants 5000
  $ stowage capacity --format json | jq '.outgrowths[0]'

Counts come from \`volume\` in the spec; expiry and locks are taken into account.`,
  explain: `
Examples:
  $ stowage explain naming/timestamp-suffix
  $ stowage explain resolve/unknown-entity`,
  rules: `
Examples:
  $ stowage rules
  $ stowage rules --format json`,
  init: `
Examples:
  $ mkdir shop && cd shop
  $ npm install --save-dev stowage
  $ npx stowage init && npm install && npm run generate && npm test

Nothing is overwritten: a file that is there already stops it.`,
} as const
