// Generated from templates/docs/*.hbs by scripts/precompile-templates.ts.
// @ts-nocheck
/** What a template says of a view, by its name: with the ways in which a value reaches a page, and the two blocks. */
export const templates: Readonly<Record<'domain' | 'entity' | 'overview' | 'part' | 'picture' | 'register-coverage' | 'register-enums' | 'register-fields' | 'register-personal-data' | 'register-placement' | 'register-shapes' | 'relations-nosql' | 'relations-sql' | 'store' | 'table', (v: object, w: object) => string>> = {
  "domain": (v, w) => "# "
    + w.text(v.title)
    + " domain\n\n"
    + w.text(v.trail)
    + "\n\n"
    + w.text(v.about)
    + "\n\n"
    + (w.has(v.entities) ? w.anchor("entities")
      + "\n\n## Entities\n\n"
      + templates["table"](v.entities, w)
      + "\n" : '')
    + (w.has(v.pictures) ? w.anchor("pictures")
      + "\n\n## In pictures\n\n"
      + w.text(v.parts)
      + "\n\n"
      + w.each(v.pictures, (v) => (w.has(v.id) ? w.anchor(v.id)
          + "\n\n### "
          + w.text(v.heading)
          + "\n\n" : '')
        + templates["picture"](v.picture, w)
        + "\n"
        + w.text(v.elsewhere)
        + "\n\n") : '')
    + (w.has(v.tree) ? w.anchor("relations")
      + "\n\n## Which table belongs to which\n\n"
      + w.list(v.tree)
      + "\n\n" : '')
    + (w.has(v.links) ? w.anchor("links")
      + "\n\n## Links to other domains\n\nHow many references there are; not counted are those to the tenant, and to users for the books.\n\n"
      + templates["table"](v.links, w)
      + "\n" : '')
    + (w.has(v.types) ? w.anchor("types")
      + "\n\n## Enums and shapes\n\n"
      + templates["table"](v.types, w)
      + "\n" : ''),
  "entity": (v, w) => "# "
    + w.text(v.title)
    + "\n\n"
    + w.text(v.trail)
    + "\n\n"
    + w.text(v.about)
    + "\n\n"
    + w.text(v.formerly)
    + "\n\n"
    + w.anchor("where")
    + "\n\n## Where it lives\n\n"
    + templates["table"](v.where, w)
    + "\n"
    + (w.has(v.stores) ? w.anchor(v.stores.id)
      + "\n\n## "
      + w.text(v.stores.title)
      + "\n\n"
      + templates["picture"](v.stores.picture, w)
      + "\n"
      + (w.has(v.stores.pointers) ? templates["table"](v.stores.pointers, w) : '')
      + "\n" : '')
    + (w.has(v.read) ? w.anchor(v.read.id)
      + "\n\n## How it is read\n\n"
      + templates["picture"](v.read.picture, w)
      + "\n" : '')
    + w.each(v.parts, (v) => templates["part"](v, w)
      + "\n")
    + w.each(v.objects, (v) => w.anchor(v.id)
      + "\n\n## "
      + w.text(v.title)
      + "\n\n"
      + w.text(v.about)
      + "\n\n| What | Value |\n| --- | --- |\n"
      + w.each(v.rows, (v) => "| "
        + w.cell(v.what)
        + " | "
        + w.cell(v.value)
        + " |\n")
      + "\n")
    + (w.has(v.lifecycle) ? w.anchor(v.lifecycle.id)
      + "\n\n## Life cycle\n\n"
      + w.text(v.lifecycle.lead)
      + "\n\n"
      + templates["picture"](v.lifecycle.picture, w)
      + "\n"
      + templates["table"](v.lifecycle.states, w)
      + "\n" : '')
    + (w.has(v.relations) ? w.anchor("relations")
      + "\n\n## Relations\n\n"
      + (w.has(v.relations.refersTo) ? "### What it refers to\n\n"
        + templates["table"](v.relations.refersTo, w)
        + "\n" : '')
      + (w.has(v.relations.referred) ? "### What refers to it\n\n"
        + (w.has(v.relations.referredBy) ? templates["table"](v.relations.referredBy, w)
          + "\n" : '')
        + w.text(v.relations.books)
        + "\n\n" : '') : '')
    + (w.has(v.neighbours) ? w.anchor(v.neighbours.id)
      + "\n\n## Neighbours\n\n"
      + templates["picture"](v.neighbours.picture, w)
      + "\n" : '')
    + (w.has(v.guards) ? w.anchor("guards")
      + "\n\n## What guards it\n\n"
      + w.each(v.guards, (v) => "- "
        + w.text(v)
        + "\n")
      + "\n" : '')
    + (w.has(v.retention) ? w.anchor("retention")
      + "\n\n## How long it is kept\n\n"
      + w.each(v.retention, (v) => "- "
        + w.text(v)
        + "\n")
      + "\n" : '')
    + w.anchor("see-also")
    + "\n\n## See also\n\n"
    + w.each(v.see, (v) => "- "
      + w.text(v)
      + "\n"),
  "overview": (v, w) => "# "
    + w.text(v.title)
    + "\n\n"
    + w.text(v.about)
    + "\n\n"
    + w.text(v.lead)
    + "\n\n"
    + w.each(v.pages, (v) => "- "
      + w.text(v)
      + "\n")
    + "\n## Contents\n\n"
    + w.each(v.contents, (v) => "- "
      + w.text(v)
      + "\n")
    + "\n"
    + (w.has(v.domains) ? w.anchor("domains")
      + "\n\n## Domains\n\n"
      + templates["table"](v.domains, w)
      + "\n" : '')
    + (w.has(v.stores) ? w.anchor("stores")
      + "\n\n## Where the stores meet\n\n"
      + (w.has(v.stores.picture) ? templates["picture"](v.stores.picture, w)
        + "\n" : '')
      + w.each(v.stores.parts, (v) => "- "
        + w.text(v)
        + "\n")
      + "\n" : '')
    + (w.has(v.rules) ? w.anchor("rules")
      + "\n\n## Rules of thumb\n\n| What | Store |\n| --- | --- |\n"
      + w.each(v.rules, (v) => "| "
        + w.cell(v.when)
        + " | "
        + w.cell(v.store)
        + " |\n")
      + "\n" : '')
    + w.anchor("placement")
    + "\n\n## What is where, and why\n\n"
    + templates["table"](v.placements, w)
    + "\n"
    + (w.has(v.splits) ? w.anchor("split")
      + "\n\n## Entities in several stores\n\n"
      + templates["table"](v.splits, w)
      + "\n" : '')
    + (w.has(v.access) ? w.anchor("access")
      + "\n\n## How large content is read\n\n"
      + w.each(v.access.steps, (v) => "1. "
        + w.text(v)
        + "\n")
      + "\n"
      + templates["picture"](v.access.picture, w)
      + "\n" : '')
    + (w.has(v.base) ? w.anchor("base")
      + "\n\n## What every record carries\n\n"
      + templates["table"](v.base, w)
      + "\n"
      + w.each(v.promises, (v) => "- "
        + w.text(v)
        + "\n")
      + "\n" : '')
    + w.anchor("naming")
    + "\n\n## Naming\n\n| Where | What | Rule |\n| --- | --- | --- |\n"
    + w.each(v.conventions, (v) => "| "
      + w.cell(v.where)
      + " | "
      + w.cell(v.what)
      + " | "
      + w.cell(v.rule)
      + " |\n")
    + "\n"
    + w.anchor("engines")
    + "\n\n## Engines\n\n|"
    + w.each(v.engineHeads, (v) => " | "
      + w.cell(v))
    + " |\n| ---"
    + w.each(v.engineHeads, (v) => " | ---")
    + " |\n"
    + w.each(v.engines, (v) => "| "
      + w.cell(v.what)
      + w.each(v.cells, (v) => " | "
        + w.cell(v))
      + " |\n")
    + "\n"
    + (w.has(v.trees) ? w.anchor("relations")
      + "\n\n## Which table belongs to which\n\nA table stands below the one that it belongs to, in whichever domain that is.\n\n"
      + w.each(v.trees, (v) => w.text(v.name)
        + "\n\n"
        + w.list(v.lines)
        + "\n\n") : ''),
  "part": (v, w) => w.anchor(v.id)
    + "\n\n## "
    + w.text(v.title)
    + "\n\n"
    + w.text(v.lead)
    + "\n\n"
    + (w.has(v.fields) ? templates["table"](v.fields, w)
      + "\n" : '')
    + (w.has(v.uniques) ? "### Uniques\n\n"
      + templates["table"](v.uniques, w)
      + "\n" : '')
    + (w.has(v.indexes) ? "### Indexes\n\n"
      + templates["table"](v.indexes, w)
      + "\n" : ''),
  "picture": (v, w) => w.picture(v.picture)
    + "\n\n"
    + w.text(v.notes)
    + "\n",
  "register-coverage": (v, w) => "# Documentation coverage\n\n"
    + w.text(v.trail)
    + "\n\n"
    + w.text(v.lead)
    + "\n\n"
    + w.anchor("kinds")
    + "\n\n## By kind\n\n"
    + templates["table"](v.kinds, w)
    + "\n"
    + w.anchor("domains")
    + "\n\n## By domain\n\nWhere a number stands alone, all of them are told.\n\n"
    + templates["table"](v.domains, w)
    + "\n"
    + (w.has(v.missing) ? w.anchor("missing")
      + "\n\n## What is missing\n\n"
      + w.each(v.missing, (v) => "### "
        + w.text(v.name)
        + "\n\n"
        + w.each(v.items, (v) => "- "
          + w.text(v)
          + "\n")
        + "\n")
      + w.text(v.rest)
      + "\n\n" : '')
    + w.anchor("counted")
    + "\n\n## What is counted\n\nEverything that can be told of counts once, where the spec declares it. Domains, entities, objects, enums and their values,\nshapes, mixins and buckets are told by their `about`, and so are the fields that an entity, a shape or a mixin declares: a\nmixin's field is one field, however many records carry it, and the tenant's field and MongoDB's own id, which nobody\ndeclares, are none. A state of a life cycle is told by the life cycle or by the enum. A part of an entity is told by its\n`why`, where there is more than one store to choose from.\n",
  "register-enums": (v, w) => "# Enums\n\n"
    + w.text(v.trail)
    + "\n\n"
    + w.text(v.lead)
    + "\n\n"
    + w.each(v.contents, (v) => "- "
      + w.text(v)
      + "\n")
    + "\n"
    + w.each(v.enums, (v) => w.anchor(v.id)
      + "\n\n## "
      + w.text(v.name)
      + "\n\n"
      + w.text(v.about)
      + "\n\n"
      + templates["table"](v.values, w)
      + "\n"
      + w.text(v.lifecycles)
      + "\n\n"
      + w.text(v.used)
      + "\n\n"),
  "register-fields": (v, w) => "# All fields\n\n"
    + w.text(v.trail)
    + "\n\n"
    + w.text(v.lead)
    + "\n\n"
    + w.text(v.letters)
    + "\n\n"
    + w.each(v.chapters, (v) => w.anchor(v.id)
      + "\n\n## "
      + w.text(v.letter)
      + "\n\n"
      + templates["table"](v.table, w)
      + "\n")
    + (w.has(v.stored) ? w.anchor("stored-names")
      + "\n\n## By stored name\n\n"
      + templates["table"](v.stored, w)
      + "\n" : '')
    + (w.has(v.mixins) ? w.anchor("mixins")
      + "\n\n## Mixins\n\n"
      + templates["table"](v.mixins, w)
      + "\n" : ''),
  "register-personal-data": (v, w) => "# Personal data\n\n"
    + w.text(v.trail)
    + "\n\n"
    + w.text(v.lead)
    + "\n\n"
    + w.each(v.contents, (v) => "- "
      + w.text(v)
      + "\n")
    + "\n"
    + (w.has(v.undeletable) ? w.anchor("undeletable")
      + "\n\n## What nobody can delete\n\nPersonal data that stays where it is whoever asks for it to be deleted. Each line needs a reason that holds before the law,\nor another place.\n\n"
      + templates["table"](v.undeletable, w)
      + "\n" : '')
    + w.each(v.classes, (v) => w.anchor(v.id)
      + "\n\n## "
      + w.text(v.title)
      + "\n\n"
      + w.text(v.about)
      + "\n\n"
      + (w.has(v.fields) ? templates["table"](v.fields, w)
        + "\n" : '')
      + (w.has(v.shapes) ? templates["table"](v.shapes, w)
        + "\n" : ''))
    + (w.has(v.objects) ? w.anchor("objects")
      + "\n\n## Objects of records that hold personal data\n\nThe spec classifies fields, not what is in a file. These belong to records with personal data and may hold some too.\n\n"
      + templates["table"](v.objects, w)
      + "\n" : ''),
  "register-placement": (v, w) => "# Placement\n\n"
    + w.text(v.trail)
    + "\n\n"
    + w.text(v.lead)
    + "\n\n"
    + (w.has(v.rules) ? w.anchor("rules")
      + "\n\n## Rules of thumb\n\n"
      + templates["table"](v.rules, w)
      + "\n" : '')
    + w.anchor("counts")
    + "\n\n## How many are where\n\n"
    + templates["table"](v.counts, w)
    + "\n"
    + w.anchor("matrix")
    + "\n\n## What is where\n\n"
    + templates["table"](v.matrix, w)
    + "\n"
    + (w.has(v.reasons) ? w.anchor("reasons")
      + "\n\n## Why there\n\n"
      + templates["table"](v.reasons, w)
      + "\n" : ''),
  "register-shapes": (v, w) => "# Shapes\n\n"
    + w.text(v.trail)
    + "\n\n"
    + w.text(v.lead)
    + "\n\n"
    + w.each(v.contents, (v) => "- "
      + w.text(v)
      + "\n")
    + "\n"
    + w.each(v.shapes, (v) => w.anchor(v.id)
      + "\n\n## "
      + w.text(v.name)
      + "\n\n"
      + w.text(v.about)
      + "\n\n"
      + templates["table"](v.fields, w)
      + "\n"
      + w.text(v.used)
      + "\n\n"),
  "relations-nosql": (v, w) => "# Collections and cross-references\n\n"
    + w.text(v.lead)
    + "\n\n## Contents\n\n"
    + (w.has(v.collections) ? "- [Collections](#collections)\n" : '')
    + (w.has(v.references) ? "- [What leads from store to store](#references)\n" : '')
    + (w.has(v.stores) ? "- [Entities in several stores](#stores)\n"
      + w.each(v.entries, (v) => "  - "
        + w.text(v)
        + "\n") : '')
    + "\n"
    + (w.has(v.collections) ? w.anchor("collections")
      + "\n\n## Collections\n\n"
      + w.each(v.collections, (v) => templates["picture"](v, w)
        + "\n") : '')
    + (w.has(v.references) ? w.anchor("references")
      + "\n\n## What leads from store to store\n\n"
      + templates["table"](v.references, w)
      + "\n" : '')
    + (w.has(v.stores) ? w.anchor("stores")
      + "\n\n## Entities in several stores\n\n"
      + w.each(v.stores, (v) => w.anchor(v.id)
        + "\n\n### "
        + w.text(v.name)
        + "\n\n"
        + w.text(v.about)
        + "\n\n"
        + templates["picture"](v.picture, w)
        + "\n") : ''),
  "relations-sql": (v, w) => "# Relations between tables\n\n"
    + w.text(v.lead)
    + "\n\n## Contents\n\n- [The whole](#whole)\n"
    + w.each(v.chapters, (v) => "- "
      + w.text(v.entry)
      + "\n")
    + "\n"
    + w.anchor("whole")
    + "\n\n## The whole\n\n"
    + w.each(v.all, (v) => templates["picture"](v, w)
      + "\n")
    + w.each(v.chapters, (v) => w.anchor(v.id)
      + "\n\n## "
      + w.text(v.name)
      + "\n\n"
      + w.text(v.about)
      + "\n\n"
      + w.each(v.pictures, (v) => templates["picture"](v, w)
        + "\n")
      + (w.has(v.relations) ? templates["table"](v.relations, w)
        + "\n" : '')),
  "store": (v, w) => "# "
    + w.text(v.title)
    + "\n\n"
    + w.text(v.trail)
    + "\n\n"
    + w.text(v.lead)
    + "\n\n## Contents\n\n"
    + w.each(v.contents, (v) => "- "
      + w.text(v)
      + "\n")
    + "\n"
    + w.each(v.chapters, (v) => w.anchor(v.id)
      + "\n\n## "
      + w.text(v.name)
      + "\n\n"
      + w.text(v.about)
      + "\n\n"
      + templates["table"](v.index, w)
      + "\n")
    + w.anchor("rules")
    + "\n\n## What holds for all of it\n\n"
    + w.each(v.facts, (v) => "- "
      + w.text(v)
      + "\n")
    + "\n"
    + (w.has(v.names) ? templates["table"](v.names, w)
      + "\n" : '')
    + w.each(v.sections, (v) => w.anchor(v.id)
      + "\n\n## "
      + w.text(v.title)
      + "\n\n"
      + w.text(v.lead)
      + "\n\n"
      + templates["table"](v.table, w)
      + "\n"),
  "table": (v, w) => w.table(v)
    + "\n",
}
