/** What holds the promises that columns and keys cannot: roles, policies, grants, triggers and the functions they call. */
export { supportFunctionsOf } from './functions.ts'
export { guardOf } from './guard.ts'
export { allNeeds, type DomainNeeds, type Needs, needsOf } from './needs.ts'
export { partitionCalls as callsOf } from './partitions.ts'
export { rolesOf } from './roles.ts'
export { schemasOf } from './schemas.ts'
