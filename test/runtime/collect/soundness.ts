import { createHash } from 'node:crypto'
import type { Plant } from '../fsck/plant.ts'

/** What is wrong in the stores, and what lies about, by looking at all there is: nothing of this is what is tested. */
export interface Soundness {
  /** Pointers without what they point to, bytes that are not those that were noted. */
  readonly lost: readonly string[]
  /** Documents and objects that nothing points to. */
  readonly leftovers: readonly string[]
}

/** Rows of the press's split entities that point somewhere. */
const pointing = `
  SELECT 'manuscript_contents' AS collection, ref_id, content_ref AS document, NULL AS key FROM manuscripts
  UNION ALL SELECT 'acquisition_dossiers', ref_id, dossier_ref, NULL FROM acquisitions
  UNION ALL SELECT 'renditions', NULL, output_ref, NULL FROM releases
  UNION ALL SELECT NULL, ref_id, NULL, scan_s3_key FROM agreements`

export async function soundnessOf(plant: Plant): Promise<Soundness> {
  const lost: string[] = []
  const rows = await plant.sql(pointing)
  const documents = new Set<string>()
  const keys = new Set<string>()
  for (const { collection, document, ref_id: refId, key } of rows) {
    if (key !== null) keys.add(String(key))
    if (document === null) continue
    const found = plant.documents.of(String(collection)).get(String(document))
    if (found === undefined) lost.push(`document of ${collection} ${document}`)
    else if (refId !== null && found.refId !== refId) lost.push(`${collection} ${document} is another record's`)
    documents.add(`${collection} ${document}`)
  }
  // A rendition is a record by itself.
  for (const id of plant.documents.of('renditions').keys()) documents.add(`renditions ${id}`)
  for (const [collection, held] of plant.documents.collections) {
    for (const [id, document] of held) {
      if (!documents.has(`${collection} ${id}`)) continue
      for (const [name, value] of Object.entries(document)) {
        if (name.toLowerCase().endsWith('s3key') && typeof value === 'string') keys.add(value)
      }
    }
  }
  const notes = new Map(
    (await plant.sql('SELECT key, sha256 FROM stowage.stored_objects')).map((row) => [row.key, row]),
  )
  const held = new Map([...plant.objects.held].map(([name, object]) => [name.slice(name.indexOf(' ') + 1), object]))
  for (const key of keys) {
    const bytes = held.get(key)?.bytes
    if (bytes === undefined) lost.push(`object ${key}`)
    else if (createHash('sha256').update(bytes).digest('hex') !== notes.get(key)?.sha256) lost.push(`bytes of ${key}`)
  }
  const leftovers = [
    ...[...held.keys()].filter((key) => !keys.has(key)),
    ...[...plant.documents.collections].flatMap(([collection, all]) =>
      [...all.keys()].map((id) => `${collection} ${id}`).filter((name) => !documents.has(name)),
    ),
  ]
  return { lost, leftovers }
}
