/**
 * A record as Prisma gives it, as a row with the types that Prisma does not know: `asRow<OrderRow>(record)`. Every column
 * must have been selected; their values are trusted, since the database has checked them.
 */
export function asRow<Row extends object>(record: { readonly [Column in keyof Row]: unknown }): Row {
  return record as object as Row
}
