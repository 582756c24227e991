import type { PostgresEntity } from '../../model/lookup.ts'

/** What a person who opens the file should know of a table's place and shape. */
export function notesOf({ postgres, mongo, s3 }: PostgresEntity): readonly string[] {
  const elsewhere = [
    ...(mongo === undefined ? [] : [`the collection ${mongo.collection.text} of MongoDB`]),
    ...(s3 === undefined ? [] : ['objects in S3']),
  ]
  return [
    ...(postgres.why === undefined ? [] : [`In PostgreSQL: ${postgres.why}`]),
    ...(elsewhere.length === 0 ? [] : [`More of each record: ${elsewhere.join(' and ')}.`]),
  ]
}
