import type { Pair } from './typed-use.ts'

/** What is promised of rows: each promise as a line that keeps it and one that breaks it, which differ in nothing else. */
export const rowPromises: readonly Pair[] = [
  {
    promise: 'a legal move alone type-checks',
    good: "await db.activity.transition(id, 'queued', { from: 'pending' })",
    bad: "await db.activity.transition(id, 'completed', { from: 'pending' })",
  },
  {
    promise: 'a move from one of several states is legal from each',
    good: "await db.activity.transition(id, 'cancelled', { from: early })",
    bad: "await db.activity.transition(id, 'queued', { from: early })",
  },
  {
    promise: 'a move from whatever state was read is none',
    good: "if (row.status === 'running') await db.activity.transition(id, 'completed', { from: row.status })",
    bad: "await db.activity.transition(id, 'completed', { from: row.status })",
  },
  {
    promise: 'no state follows all of them but those that follow each',
    good: "take<NextState<typeof activityLifecycle, typeof early>>('cancelled')",
    bad: "take<NextState<typeof activityLifecycle, typeof early>>('queued')",
  },
  {
    promise: 'a move names a state that there is',
    good: "await db.activity.transition(id, 'queued', { from: 'pending', revision: 3 })",
    bad: "await db.activity.transition(id, 'queud', { from: 'pending', revision: 3 })",
  },
  {
    promise: 'a move says where it starts',
    good: "await db.strategy.transition(strategy, 'active', { from: 'approved' })",
    bad: "await db.strategy.transition(strategy, 'active', {})",
  },
  {
    promise: 'the status changes by moves alone',
    good: "await db.activity.update(id, { title: 'y' })",
    bad: "await db.activity.update(id, { status: 'queued' })",
  },
  {
    promise: 'a new record starts where the life cycle does',
    good: 'await db.activity.create({ ...activity, deliverablePeriod: period.refId })',
    bad: "await db.activity.create({ ...activity, deliverablePeriod: period.refId, status: 'completed' })",
  },
  {
    promise: 'a reference is an id, by the member',
    good: 'await db.activity.create({ ...activity, deliverablePeriodId: period.id })',
    bad: 'await db.activity.create({ ...activity, deliverablePeriodId: goal.id })',
  },
  {
    promise: 'a reference by its member may be a public id',
    good: 'await db.activity.create({ ...activity, deliverablePeriodId: period.refId })',
    bad: 'await db.activity.create({ ...activity, deliverablePeriodId: goal.refId })',
  },
  {
    promise: 'a reference by its relation is a public id',
    good: 'await db.activity.create({ ...activity, deliverablePeriod: period.refId })',
    bad: 'await db.activity.create({ ...activity, deliverablePeriod: period.id })',
  },
  {
    promise: 'nothing is connected',
    good: 'await db.activity.update(id, { handledBy: null })',
    bad: 'await db.activity.update(id, { handledBy: { connect: { id: goal.id } } })',
  },
  {
    promise: 'nothing is written through a relation',
    good: 'await db.activity.update(id, { priority: "high" })',
    bad: 'await db.activity.update(id, { runs: { deleteMany: {} } })',
  },
  {
    promise: 'a required reference is not forgotten',
    good: 'await db.activity.create({ ...activity, deliverablePeriod: period.refId, template: null })',
    bad: 'await db.activity.create({ ...activity, template: null })',
  },
  {
    promise: 'a tenant is not named in its own scope',
    good: 'await db.activity.create({ ...activity, deliverablePeriod: period.refId })',
    bad: 'await db.activity.create({ ...activity, deliverablePeriod: period.refId, tenantId: tenant })',
  },
  {
    promise: "a tenant is named in the system's scope",
    good: 'await sys.activity.create({ ...activity, deliverablePeriod: period.refId, tenantId: tenant })',
    bad: 'await sys.activity.create({ ...activity, deliverablePeriod: period.refId })',
  },
  {
    promise: 'what is for all tenants may name none',
    good: "take<Parameters<typeof sys.activityTemplate.create>[0]['tenantId']>(null)",
    bad: "take<Parameters<typeof sys.activity.create>[0]['tenantId']>(null)",
  },
  {
    promise: 'a tenant makes no tenants',
    good: "await sys.tenant.create({ name: 'x', slug: 'x' } as Parameters<typeof sys.tenant.create>[0])",
    bad: "await db.tenant.create({ name: 'x', slug: 'x' } as Parameters<typeof sys.tenant.create>[0])",
  },
  {
    promise: 'what is kept by the data layer is not given',
    good: "await db.activity.update(id, { title: 'z' })",
    bad: "await db.activity.update(id, { title: 'z', updatedOn: new Date() })",
  },
  {
    promise: 'what never changes is not changed',
    good: "await db.strategy.update(strategy, { title: 'y' })",
    bad: "await db.strategy.update(strategy, { title: 'y', version: 2 })",
  },
  {
    promise: 'what is never changed cannot be',
    good: 'await db.contract.get(contract)',
    bad: 'await db.contract.update(contract, {})',
  },
  {
    promise: 'what is never removed cannot be',
    good: 'await db.contract.read(contract)',
    bad: 'await db.contract.delete(contract)',
  },
  {
    promise: 'there is no raw SQL',
    good: "await db.activity.count({ where: { title: 'x' } })",
    bad: 'await db.$queryRaw`select 1`',
  },
  {
    promise: 'there is no raw SQL in a transaction',
    good: 'await db.transaction(async (tx) => take(await tx.activity.findMany()))',
    bad: 'await db.transaction(async (tx) => take(await tx.$executeRaw`select 1`))',
  },
  {
    promise: 'a filter names members that there are',
    good: "await db.activity.findMany({ where: { title: 'x', runs: { some: { status: 'running' } } } })",
    bad: "await db.activity.findMany({ where: { title: 'x', runss: { some: { status: 'running' } } } })",
  },
  {
    promise: 'a selection names members that there are',
    good: 'await db.activity.findMany({ select: { title: true, status: true } })',
    bad: 'await db.activity.findMany({ select: { title: true, stutus: true } })',
  },
  {
    promise: 'what cannot be scoped is no argument',
    good: 'await db.activity.findMany({ take: 3 })',
    bad: 'await db.activity.findMany({ take: 3, cursor: { id: goal.id } })',
  },
  {
    promise: 'nor is it one of an included list',
    good: 'await db.activity.findMany({ include: { runs: { take: 3 } } })',
    bad: 'await db.activity.findMany({ include: { runs: { take: 3, cursor: { id: goal.id } } } })',
  },
  {
    promise: 'at any depth',
    good: 'await db.activity.findMany({ select: { runs: { select: { activity: { select: { runs: { take: 3 } } } } } } })',
    bad: 'await db.activity.findMany({ select: { runs: { select: { activity: { select: { runs: { take: 3, cursor: { id: goal.id } } } } } } } })',
  },
  {
    promise: 'nor of numbers',
    good: 'await db.activity.aggregate({ _count: true, take: 3 })',
    bad: 'await db.activity.aggregate({ _count: true, take: 3, cursor: { id: goal.id } })',
  },
  {
    promise: 'an order is by fields, of what is referred to as well',
    good: "await db.activity.findMany({ orderBy: [{ deliverablePeriod: { createdOn: 'asc' } }, { title: 'desc' }] })",
    bad: "await db.activity.findMany({ orderBy: [{ runs: { _count: 'asc' } }, { title: 'desc' }] })",
  },
  {
    promise: 'an order names fields that there are',
    good: "await db.activity.findFirst({ orderBy: { title: 'asc' } })",
    bad: "await db.activity.findFirst({ orderBy: { titel: 'asc' } })",
  },
  {
    promise: 'ciphertext has no order',
    good: "await db.user.findMany({ orderBy: { email: 'asc' } })",
    bad: "await db.user.findMany({ orderBy: { mfaSecret: 'asc' } })",
  },
  {
    promise: 'of ciphertext is asked whether there is any',
    good: 'await db.user.count({ where: { mfaSecret: { not: null } } })',
    bad: "await db.user.count({ where: { mfaSecret: { not: 'x' } } })",
  },
  {
    promise: 'and no text is it compared with',
    good: 'await db.user.findMany({ where: { mfaSecret: null } })',
    bad: "await db.user.findMany({ where: { mfaSecret: 'x' } })",
  },
  {
    promise: 'ciphertext is no order of numbers either',
    good: "await db.user.aggregate({ _count: true, orderBy: { email: 'asc' }, where: { mfaSecret: null } })",
    bad: "await db.user.aggregate({ _count: true, orderBy: { mfaSecret: 'asc' }, where: { mfaSecret: null } })",
  },
  {
    promise: 'a record is named by the public id of its own kind',
    good: 'await db.activity.find(id)',
    bad: 'await db.activity.find(strategy)',
  },
  {
    promise: 'a record is never named by its internal id',
    good: 'await db.goal.find(goal.refId)',
    bad: 'await db.goal.find(goal.id)',
  },
  {
    promise: 'a row is as the spec has it',
    good: 'take<ActivityRow>(await db.activity.get(id))',
    bad: 'take<StrategyRow>(await db.activity.get(id))',
  },
  {
    promise: 'what was not selected is not there',
    good: 'take<string>((await db.activity.get(id, { select: { title: true } })).title)',
    bad: 'take<string>((await db.activity.get(id, { select: { title: true } })).agent)',
  },
  {
    promise: 'included records have typed ids',
    good: "take<RefId<'DeliverablePeriod'>>((await db.activity.get(id, { include: { deliverablePeriod: true } })).deliverablePeriod.refId)",
    bad: "take<RefId<'Goal'>>((await db.activity.get(id, { include: { deliverablePeriod: true } })).deliverablePeriod.refId)",
  },
  {
    promise: 'included lists are looked into',
    good: "take<RefId<'Activity'> | undefined>((await db.activity.get(id, { include: { runs: { include: { activity: true } } } })).runs[0]?.activity.refId)",
    bad: "take<RefId<'Activity'> | undefined>((await db.activity.get(id, { include: { runs: true } })).runs[0]?.activity.refId)",
  },
  {
    promise: 'aggregates have the types of what they are made of',
    good: 'take<number | null>((await db.activity.aggregate({ _max: { position: true } }))._max.position)',
    bad: 'take<number | null>((await db.activity.aggregate({ _max: { title: true } }))._max.title)',
  },
  {
    promise: 'groups have the members that they are made by',
    good: "take<string | undefined>((await db.activity.groupBy({ by: ['status'], _count: true }))[0]?.status)",
    bad: "take<string | undefined>((await db.activity.groupBy({ by: ['status'], _count: true }))[0]?.agent)",
  },
  {
    promise: 'groups are of what may be asked',
    good: "await db.user.groupBy({ by: ['status'], _count: true, where: { mfaSecret: null } })",
    bad: "await db.user.groupBy({ by: ['status'], _count: true, where: { mfaSecret: 'x' } })",
  },
  {
    promise: 'a page is followed by its own cursor',
    good: 'take<string | null>((await db.activity.page({ take: 10, after: null })).next)',
    bad: 'await db.activity.page({ take: 10, after: 3 })',
  },
  {
    promise: 'a change of many says which',
    good: "await db.activity.updateMany({ where: {}, data: { title: 'x' } })",
    bad: "await db.activity.updateMany({ data: { title: 'x' } })",
  },
]
