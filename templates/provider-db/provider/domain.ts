import type { Description } from '@stowage/runtime'

/** What of the description is made of one domain. */
export type DomainDescription = Pick<Description, 'entities' | 'valueTypes' | 'enums'>
