import type { Pair } from './typed-use.ts'

/** The same of what is not in PostgreSQL alone: split records, documents, bytes, look-ups, factories. */
export const partPromises: readonly Pair[] = [
  {
    promise: 'a split record is not written in a transaction of PostgreSQL',
    good: 'await db.transaction(async (tx) => take(await tx.strategy.get(strategy)))',
    bad: 'await db.transaction(async (tx) => take(await tx.strategy.read(strategy)))',
  },
  {
    promise: 'a split record moves in a transaction of PostgreSQL, and its bytes stay out of it',
    good: "await db.transaction((tx) => tx.strategy.transition(strategy, 'active', { from: 'approved' }))",
    bad: 'await db.transaction((tx) => tx.strategy.narrative.bytes(strategy))',
  },
  {
    promise: 'documents are not in a transaction of PostgreSQL',
    good: "await db.skill.findMany({ where: { key: 'x' } })",
    bad: "await db.transaction(async (tx) => take(await tx.skill.findMany({ where: { key: 'x' } })))",
  },
  {
    promise: 'bytes are given under the name of their object',
    good: "await db.strategy.create({ ...plan, document: { wordCount: 1 }, objects: { narrative: '# x' } }, { idempotencyKey: 'k' })",
    bad: "await db.strategy.create({ ...plan, document: { wordCount: 1 }, objects: { narative: '# x' } }, { idempotencyKey: 'k' })",
  },
  {
    promise: 'keys of objects are not given',
    good: 'await db.strategy.update(strategy, { document: { wordCount: 1 } })',
    bad: "await db.strategy.update(strategy, { document: { wordCount: 1, s3Key: 'x' } })",
  },
  {
    promise: 'what is kept of the bytes is read',
    good: 'take<string | undefined>((await db.strategy.read(strategy)).objects?.narrative?.sha256)',
    bad: 'take<string | undefined>((await db.strategy.read(strategy)).objects?.narrative?.md5)',
  },
  {
    promise: 'an object of a written-once record is read alone',
    good: 'await db.contract.pdf.contentUrl(contract)',
    bad: "await db.contract.pdf.uploadUrl(contract, { size: 1, contentType: 'application/pdf' })",
  },
  {
    promise: 'a row may be made with the record that it points to',
    good: 'await db.blogPost.create({ ...article, blogRequest, channel, output })',
    bad: "await db.blogPost.create({ ...article, blogRequest, channel, output: { ...output, format: 'nothing' } })",
  },
  {
    promise: 'or with the public id of one',
    good: 'await db.blogPost.create({ ...article, blogRequest, channel, output: outputId })',
    bad: 'await db.blogPost.create({ ...article, blogRequest, channel, output: channel })',
  },
  {
    promise: 'and is read with it',
    good: 'take<string>((await db.blogPost.read(post)).output.objects.content.sha256)',
    bad: 'take<string>((await db.blogPost.read(post)).output.objects.data.sha256)',
  },
  {
    promise: 'a URL is asked for by an object that there is',
    good: "await db.blogPost.contentUrl(post, 'content')",
    bad: "await db.blogPost.contentUrl(post, 'contents')",
  },
  {
    promise: "a document's filter names members that there are",
    good: "await db.skill.findMany({ where: { tags: 'x', $or: [{ status: 'draft' }] }, orderBy: { name: 'asc' } })",
    bad: "await db.skill.findMany({ where: { tag: 'x', $or: [{ status: 'draft' }] }, orderBy: { name: 'asc' } })",
  },
  {
    promise: 'a filter runs no code',
    good: 'await db.skill.count({ where: { version: { $gt: 1 } } })',
    bad: "await db.skill.count({ where: { $where: 'this.version > 1' } })",
  },
  {
    promise: 'a pipeline writes nothing',
    good: 'await db.skill.aggregate([{ $match: { version: 1 } }])',
    bad: "await db.skill.aggregate([{ $out: 'elsewhere' }])",
  },
  {
    promise: 'what is only added to is not changed',
    good: 'await db.auditLog.findMany({ take: 1 })',
    bad: 'await db.auditLog.updateMany({ where: {}, data: {} })',
  },
  {
    promise: 'a look-up is one that the spec declares',
    good: "take<string>((await provider.lookup.user.byEmail('x'))[0]?.tenant.refId ?? tenant)",
    bad: "take<string>((await provider.lookup.user.byName('x'))[0]?.tenant.refId ?? tenant)",
  },
  {
    promise: 'inputs are checked by Standard Schema',
    good: "take<1>(db.activity.schema.create['~standard'].version)",
    bad: "take<1>(db.contract.schema.update['~standard'].version)",
  },
  {
    promise: 'factories take what an input takes, and a state',
    good: "take<ActivityRow>(await factories({ seed: 1 }).activity.create(db, { title: 'x', status: 'running' }))",
    bad: "take<ActivityRow>(await factories({ seed: 1 }).activity.create(db, { title: 'x', status: 'runing' }))",
  },
]
