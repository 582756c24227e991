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
  $ stowage generate --check -f json           the stale files as findings
  $ stowage generate --only prisma,mongoose    leave all other files alone
  $ stowage generate --dry-run                 what would change
  $ stowage generate --watch                   follow the spec until Ctrl+C
  $ stowage generate --diagrams                draw the diagrams too

A file that was changed by hand stops the run before anything is written; --force overwrites it.
How to report, and what counts as a failure, is for --check alone.`,
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
  $ stowage lint --fix-dry-run                 what --fix would change
  $ stowage lint --format json | jq '.diagnostics[].code'
  $ stowage lint -f text -o.sarif stowage.sarif
  $ stowage lint --quiet --max-warnings 10
  $ stowage lint --write-baseline              adopt rules on an old spec
  $ stowage lint --no-baseline                 what the baseline answers for, too
  $ stowage lint --prisma prisma/schema        hand-written files, by the conventions
  $ stowage lint --sql 'migrations/*.sql'

Errors exit 1; warnings alone exit 0, unless --fail-severity or --max-warnings
say otherwise.`,
  format: `
Examples:
  $ stowage format
  $ stowage format --check                     in continuous integration
  $ stowage format - < spec/domains/orders.yaml

Line breaks are the author's, and so is the order of names: entities, fields,
values. A file that is no sound YAML is left alone. Exits 1 where --check finds
a file that would change, or a file cannot be read as YAML.`,
  check: `
Examples:
  $ stowage check
  $ stowage check -f github-actions -o.markdown summary.md
  $ stowage check -o.gitlab gl-code-quality-report.json -o.junit junit.xml

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
  seed: `
Examples:
  $ stowage seed
  $ stowage seed --tenants 20 --records 100
  $ stowage seed --seed 7                      other values, beside those of seed 1
  $ stowage seed --format json | jq '.tenants[].refId'

Uses the generated package as it was built last: npm run build in it first. Secrets
are left empty. Refuses where STOWAGE_ENV is production. Exits 2 where the package
is not built or a variable is missing, 3 where a store cannot be reached.`,
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
  fsck: `
Examples:
  $ stowage fsck
  $ stowage fsck --tenant 01JD7Q8Y4N4ZC5T0V7B2M9K3XA
  $ stowage fsck --repair --older-than 48h     remove what nothing points to
  $ stowage fsck --deep                        read every byte: after a restore
  $ stowage fsck --format json | jq -c '.findings[]'

Run it after a restore, and each night. It may run beside the application, takes
the same memory at any size, and Ctrl+C says where to go on. --repair removes
leftovers alone: nothing that is locked, or that any field points to. Exits 1
where there are findings that are not mended, 2 where it could not look at all,
3 where a store cannot be reached or refuses.`,
  tenant: `
Examples:
  $ stowage tenant export 01JD7Q8Y4N4ZC5T0V7B2M9K3XA --to export/acme
  $ stowage tenant erase 01JD7Q8Y4N4ZC5T0V7B2M9K3XA --dry-run`,
  tenantExport: `
Examples:
  $ stowage tenant export 01JD7Q8Y4N4ZC5T0V7B2M9K3XA --to export/acme

Rows as JSON lines in an order in which they could be added again, documents as
Extended JSON, objects as files with their digests, and manifest.json, which names
what is left out. The same command goes on where an earlier one was broken off.`,
  tenantErase: `
Examples:
  $ stowage tenant erase 01JD7Q8Y4N4ZC5T0V7B2M9K3XA --dry-run
  $ stowage tenant erase 01JD7Q8Y4N4ZC5T0V7B2M9K3XA --yes

Nobody should be at work for the tenant meanwhile. It ends with a second look at
every store, and may be repeated. Exits 1 where append-only tables or locks keep
something: each is named, with the reason and who can remove it.`,
  explain: `
Examples:
  $ stowage explain naming/timestamp-suffix
  $ stowage explain resolve/unknown-entity
  $ stowage explain custom/no-float-money      a rule of the project's own`,
  rules: `
Examples:
  $ stowage rules
  $ stowage rules --format json`,
  lsp: `
Examples:
  $ stowage lsp --stdio

An editor starts it, not a person: it speaks the Language Server Protocol. The
project of a file is the nearest folder above it with spec/stowage.yaml or
stowage.yaml; --config names another place. Ends with the editor.`,
  init: `
Examples:
  $ mkdir shop && cd shop
  $ npm install --save-dev stowage
  $ npx stowage init && npm install && npm run generate && npm test
  $ npx stowage init --ci github               for a project that is there too

Nothing is overwritten: a spec that is there already stops it. With --ci a spec
may be there, and only what is missing of the pipeline is written, at the root of
the repository.`,
} as const
