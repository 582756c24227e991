/** The last part of each command's help. */
export const examples = {
  stowage: `
Examples:
  $ stowage init                 a small spec to start from
  $ stowage generate             compile it
  $ stowage check                in continuous integration
  $ stowage apply                bring the stores to what it says
  $ stowage explain naming/timestamp-suffix

Exit codes: 0 clean, 1 findings, 2 could not run, 3 a store cannot be reached or refuses.`,
  generate: `
Examples:
  $ stowage generate
  $ stowage generate --check                   exit 1 where a file is stale
  $ stowage generate --only prisma,mongoose    leave all other files alone
  $ stowage generate --dry-run                 what would change
  $ stowage generate --diagrams                draw the diagrams too

A file that was changed by hand stops the run before anything is written; --force overwrites it.`,
  diagrams: `
Examples:
  $ stowage diagrams
  $ stowage generate --diagrams                both in one
  $ PUPPETEER_EXECUTABLE_PATH=/opt/chrome/chrome stowage diagrams

Needs two packages: npm install --save-dev @mermaid-js/mermaid-cli puppeteer
The browser is the one that PUPPETEER_EXECUTABLE_PATH names, else an installed
Chrome or Chromium, else that of the package @sparticuz/chromium (Linux).
What is drawn already is not drawn again. Exits 1 where a diagram cannot be
drawn, 2 where a package or a browser is missing.`,
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
  apply: `
Examples:
  $ stowage apply --dry-run
  $ stowage apply --store postgres             needs pg: npm install --save-dev pg
  $ stowage apply --format json | jq '.stores[].differences'

The spec names the environment variables that say where the stores are.
Nothing is dropped or loosened without --replace. Exits 1 where
something differs and was left alone, 2 where a variable or a package is
missing, 3 where a store cannot be reached or refuses.`,
  verify: `
Examples:
  $ stowage verify
  $ stowage verify --store mongo

Exits 1 where a store is not as the spec says, 2 where a variable or a package
is missing, 3 where a store cannot be reached or refuses. Nothing is changed:
that is for \`stowage apply\`, and for \`stowage apply --replace\` what differs.`,
  migrate: `
Examples:
  $ stowage migrate new init
  $ stowage migrate lock

The folder is that of Prisma Migrate: \`stowage apply\` and \`prisma migrate deploy\` are interchangeable.`,
  migrateLock: `
Examples:
  $ stowage apply --store postgres             the migration that was written by hand
  $ stowage verify --store postgres && stowage migrate lock

Writes model.lock.json beside the newest migration where it has none. One that
is there is never changed: a folder with a lock is history.`,
  capacity: `
Examples:
  $ stowage capacity
  $ stowage capacity --tenants 5000
  $ stowage capacity --format json | jq '.outgrowths[0]'

Counts come from \`volume\` in the spec; expiry and locks are taken into account.`,
  coverage: `
Examples:
  $ stowage coverage
  $ stowage coverage --min 95                  in continuous integration
  $ stowage coverage --format json | jq -r '.missing[] | "\\(.path):\\(.line) \\(.name)"'

Counted is every domain, entity, field, enum, value, value type, mixin, bucket,
object, state of a life cycle, and the \`why\` of each part where there is more
than one store to choose from. Exits 1 below --min.`,
  docs: `
Examples:
  $ stowage docs --out build/docs
  $ stowage docs --out build/docs --pages docs --base /shop/
  $ stowage docs --serve --pages docs

Needs the packages that make the site: npm install --save-dev astro @astrojs/starlight
Diagrams are drawn where mermaid-cli and a browser are found, else stay texts.
A folder with other files in it is never written to.`,
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
