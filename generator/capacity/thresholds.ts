/** One month, in days and seconds, as the mean of a year's twelve. */
export const daysPerMonth: number = 365 / 12
export const secondsPerMonth: number = daysPerMonth * 86_400

/**
 * What a row costs beyond its values: a tuple header of 23 bytes, padded to 24, and a line pointer of 4 (PostgreSQL 16,
 * "Database Page Layout", https://www.postgresql.org/docs/16/storage-page-layout.html).
 */
export const postgresRowOverhead = 28

/**
 * One entry of a B-tree: an index tuple header of 8 bytes, a line pointer of 4, a key of a tenant's id and one more column
 * (about 24), and pages that are nine tenths full (`fillfactor` 90,
 * https://www.postgresql.org/docs/16/sql-createindex.html). An estimate; MongoDB's is taken to be the same.
 */
export const indexEntryBytes = 40

/**
 * The most that one PostgreSQL server or one MongoDB replica set should hold. Our assumption, not a limit of either: at the
 * 300 MB/s of a common network volume a backup of this size is restored in under four hours, which is as long as most can
 * be down. MongoDB says the same without a figure: shard when the data approaches what one machine stores
 * (https://www.mongodb.com/docs/v3.0/core/sharded-cluster-requirements/).
 */
export const comfortableNodeBytes = 4e12

/** The greatest size of a table that is not partitioned, with pages of 8 kB (https://www.postgresql.org/docs/16/limits.html). */
export const postgresTableLimitBytes: number = 32 * 2 ** 40

/**
 * From this size on a table should be partitioned: PostgreSQL's rule of thumb is the physical memory of the server
 * (https://www.postgresql.org/docs/16/ddl-partitioning.html), taken here as 256 GiB.
 */
export const postgresMemoryBytes: number = 256 * 2 ** 30

/** What S3 Standard costs in us-east-1, in US dollars for a GB (10^9 bytes) and month, its first 50 TB (https://aws.amazon.com/s3/pricing/). */
export const s3DollarsPerGigabyteMonth = 0.023

/** How far ahead the report looks for the month in which something outgrows one machine. */
export const horizonMonths = 120
