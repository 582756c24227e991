/** Plain data, as a file of facts holds it. A property that is undefined is left out. */
export type Data = string | number | boolean | null | readonly Data[] | DataRecord
export interface DataRecord {
  readonly [key: string]: Data | undefined
}
