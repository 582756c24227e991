// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are those of generated templates.

/** A fault put into one artefact by hand, and the test that must name it. */
export interface Mutation {
  readonly name: string
  /** The file, below the output's root; the fault is in it alone. */
  readonly path: string
  readonly from: string
  readonly to: string
  /** What the failing tests must say, one of them each. */
  readonly found: readonly RegExp[]
}

const prisma = 'provider-db/prisma/schema/lending.prisma'
const mongoose = (file: string): string => `provider-db/src/mongoose/${file}.ts`
const s3 = (file: string): string => `provider-db/src/s3/${file}.ts`

export const mutations: readonly Mutation[] = [
  {
    name: 'a column is dropped',
    path: prisma,
    from: '  note      String?   @db.VarChar(500)\n',
    to: '',
    found: [/^table loans has the columns of the spec/, /^table loans column note/],
  },
  {
    name: 'a column is added',
    path: prisma,
    from: '  note      String?   @db.VarChar(500)\n',
    to: '  note String? @db.VarChar(500)\n  surplus Int?\n',
    found: [/^table loans has the columns of the spec/],
  },
  {
    name: 'a map is renamed',
    path: prisma,
    from: '@map("due_on")',
    to: '@map("due_at")',
    found: [/^table loans column due_on/, /names in PostgreSQL a moment in loans/, /columns of loans wear/],
  },
  {
    name: 'a table is renamed',
    path: prisma,
    from: '@@map("loans")',
    to: '@@map("Loan")',
    found: [/^the Prisma schema has the tables of the spec/, /names in PostgreSQL tables follow/],
  },
  {
    name: 'a column becomes optional',
    path: prisma,
    from: '  dueOn     DateTime  ',
    to: '  dueOn     DateTime?  ',
    found: [/^table loans column due_on: .*required/],
  },
  {
    name: 'a length is changed',
    path: prisma,
    from: '@db.VarChar(500)',
    to: '@db.VarChar(50)',
    found: [/^table loans column note: .*type/],
  },
  {
    name: 'a default is changed',
    path: prisma,
    from: '@default("open")',
    to: '@default("lost")',
    found: [/^table loans column status: .*default/],
  },
  {
    name: 'a table loses a base field',
    path: prisma,
    from: '  deletedOn DateTime? @map("deleted_on") @db.Timestamptz(3)\n\n  book ',
    to: '\n  book ',
    found: [/loans has those of every set it uses/],
  },
  {
    name: 'an index is dropped',
    path: prisma,
    from: '  @@index([branchId, status, dueOn(sort: Desc)])\n',
    to: '',
    found: [/^table loans has the full indexes of the spec/],
  },
  {
    name: 'an index loses its order',
    path: prisma,
    from: 'dueOn(sort: Desc)',
    to: 'dueOn',
    found: [/^table loans has the full indexes of the spec/],
  },
  {
    name: 'an index is added',
    path: prisma,
    from: '  @@index([branchId, lentById])\n',
    to: '  @@index([branchId, lentById])\n  @@index([note])\n',
    found: [/^table loans has the full indexes of the spec/],
  },
  {
    name: 'a partial unique is given to Prisma as a full one',
    path: prisma,
    from: '  @@index([branchId, lentById])\n',
    to: '  @@unique([branchId, bookId], map: "one_open_loan")\n  @@index([branchId, lentById])\n',
    found: [/^table loans has the full uniques of the spec/],
  },
  {
    name: 'a unique loses the tenant',
    path: prisma,
    from: '@@unique([branchId, barcode])',
    to: '@@unique([barcode])',
    found: [/^table books has the full uniques/, /books: each unique holds the tenant/],
  },
  {
    name: 'a foreign key loses the tenant',
    path: prisma,
    from: '@relation(fields: [branchId, bookId], references: [branchId, id],',
    to: '@relation(fields: [bookId], references: [id],',
    found: [/^table loans relation book/, /loans: each relation to a row of a tenant holds the tenant/],
  },
  {
    name: 'a cascade becomes a restriction',
    path: prisma,
    from: 'onDelete: Cascade',
    to: 'onDelete: Restrict',
    found: [/^table reminders relation sentBy/],
  },
  {
    name: 'an expiry is shortened',
    path: mongoose('visit'),
    from: 'expireAfterSeconds: 7_776_000',
    to: 'expireAfterSeconds: 86_400',
    found: [/^collection visits has each index of the spec once/],
  },
  {
    name: 'an index of documents is dropped',
    path: mongoose('visit'),
    from: "visitSchema.index({ branchId: 1, gate: 1, createdOn: -1 }, { name: 'by_gate_created_on' })\n",
    to: '',
    found: [/^collection visits has each index of the spec once/],
  },
  {
    name: 'an index of documents is made twice',
    path: mongoose('visit'),
    from: 'visitSchema.index({ branchId: 1, gate: 1, createdOn: -1 }, ',
    to: "visitSchema.index({ branchId: 1, gate: 1, createdOn: -1 }, { name: 'again' })\nvisitSchema.index({ branchId: 1, gate: 1, createdOn: -1 }, ",
    found: [/^collection visits has each index of the spec once/, /^collection visits has no two indexes/],
  },
  {
    name: 'a weight is changed',
    path: mongoose('book-text'),
    from: 'weights: { summary: 5 }',
    to: 'weights: { summary: 50 }',
    found: [/^collection book_texts has each index of the spec once/],
  },
  {
    name: 'a unique counts deleted documents',
    path: mongoose('wish'),
    from: 'partialFilterExpression: { deletedOn: null }',
    to: "partialFilterExpression: { title: { $type: 'string' } }",
    found: [/^collection wishes index one_title covers what it should/],
  },
  {
    name: 'two documents without a value collide',
    path: mongoose('wish'),
    from: "isbn: { $type: 'string' }",
    to: '',
    found: [/^collection wishes index one_isbn covers what it should/],
  },
  {
    name: 'a field of the spec is taken for the language of a text',
    path: mongoose('book-text'),
    from: ", language_override: '_textLanguage'",
    to: '',
    found: [/^collection book_texts has no field that MongoDB reads as the language of a text/],
  },
  {
    name: 'what is written once can be changed and deleted',
    path: mongoose('visit'),
    from: 'refuseChanges(visitSchema, { deletes: true })',
    to: '',
    found: [
      /^documents of visits refuse updateOne/,
      /^documents of visits refuse save/,
      /^documents of visits refuse deleteOne/,
    ],
  },
  {
    name: 'what is written once can be deleted',
    path: mongoose('visit'),
    from: 'deletes: true',
    to: 'deletes: false',
    found: [/^documents of visits refuse deleteMany/],
  },
  {
    name: 'a unique of documents loses the tenant',
    path: mongoose('wish'),
    from: '{ branchId: 1, title: 1 }',
    to: '{ title: 1 }',
    found: [/^collection wishes has each index/, /wishes: each unique and each search begins with the tenant/],
  },
  {
    name: 'a path is no longer required',
    path: mongoose('visit'),
    from: "required: allowingEmpty('gate'), ",
    to: '',
    found: [/^collection visits has the paths of the spec/, /^collection visits path gate takes and refuses/],
  },
  {
    name: 'a path is added',
    path: mongoose('visit'),
    from: "    gate: { type: String, maxlength: 20, required: allowingEmpty('gate'), immutable: true },\n",
    to: "    gate: { type: String, maxlength: 20, required: allowingEmpty('gate'), immutable: true },\n    Surplus: String,\n",
    found: [/^collection visits has the paths of the spec/, /names in MongoDB paths of visits follow/],
  },
  {
    name: 'a document that is a part of a row gets a field of change',
    path: mongoose('book-text'),
    from: '    scanS3Key: { type: String, required: true, immutable: true },\n',
    to: '    scanS3Key: { type: String, required: true, immutable: true },\n    updatedOn: Date,\n',
    found: [/book_texts, which is a part of a row, has none of what changes/],
  },
  {
    name: 'the server is told to demand less',
    path: mongoose('visit'),
    from: "required: ['_id', 'refId', 'branchId', 'gate', ",
    to: "required: ['_id', 'refId', 'gate', ",
    found: [/^collection visits has a validator/, /visits: required/],
  },
  {
    name: 'the server takes any further field',
    path: mongoose('visit'),
    from: 'additionalProperties: false',
    to: 'additionalProperties: true',
    found: [/^collection visits has a validator/],
  },
  {
    name: 'a path inside a value type is dropped',
    path: mongoose('values'),
    from: 'level: { type',
    to: 'floor: { type',
    found: [/^collection book_texts has the paths of the spec/],
  },
  {
    name: 'a value of an enum is lost',
    path: 'provider-db/src/types/lending.ts',
    from: "'returned', 'lost'] as const",
    to: "'lost'] as const",
    found: [
      /^collection wishes has the paths of the spec.*enum/,
      /^collection wishes has a validator/,
      /^the types of the package LoanStatus has the values of the spec/,
    ],
  },
  {
    name: 'a key has another path',
    path: s3('book'),
    from: ')}/books/',
    to: ')}/Volumes_of/',
    found: [/^object Book\.scan has the keys of the spec/, /segments of Book\.scan follow/],
  },
  {
    name: 'a key lies outside its tenant',
    path: s3('book'),
    from: "branches/${refId('branch', 'Branch')}/books/",
    to: "books/${refId('branch', 'Branch')}/",
    found: [/^object Book\.scan has the keys of the spec/, /Book\.scan lies below its tenant/],
  },
  {
    name: 'a variable takes more than it should',
    path: s3('book'),
    from: "${ulid('object')}",
    to: "${slug('object', /^/)}",
    found: [/^object Book\.scan refuses what is no ulid for object/],
  },
  {
    name: 'a size is changed',
    path: s3('book'),
    from: '50_000_000',
    to: '5_000_000',
    found: [/^object Book\.scan is described as in the spec/],
  },
  {
    name: 'a lock is weakened',
    path: s3('buckets'),
    from: "Mode: 'COMPLIANCE', Days: 2555",
    to: "Mode: 'GOVERNANCE', Days: 25",
    found: [/^the buckets of the package deeds/],
  },
  {
    name: 'replaced versions are kept for longer',
    path: s3('buckets'),
    from: 'NoncurrentDays: 30',
    to: 'NoncurrentDays: 300',
    found: [/^the buckets of the package scans/],
  },
  {
    name: 'a move is allowed that the spec forbids',
    path: 'provider-db/src/types/lending.ts',
    from: 'returned: [],',
    to: "returned: ['open'],",
    found: [/^the types of the package the life cycle of Loan is that of the spec/],
  },
]
