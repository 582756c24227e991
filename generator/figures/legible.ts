/** What a person can still read in one picture, on a page 1600 pixels wide; found by looking at drawn ones. */
export const legible = {
  /** Tables with their keys. */
  entities: 40,
  /** Tables with all their columns. */
  fullTables: 14,
  collections: 24,
  domains: 16,
  /** Names listed within the box of a domain. */
  namesInBox: 6,
  /** Neighbours around one entity. */
  neighbours: 16,
  /** Columns of the entity in the middle of its neighbours; with more, only its keys and indexed ones are shown. */
  columnsAmongNeighbours: 40,
  /** Boxes in a map of the stores. */
  mapBoxes: 36,
  /** Tables that refer to one table before their lines to it are left out of an overview. */
  linesToOne: 10,
  /** Text of 16 pixels is still 12 high when a picture of this width is shown in 1600 pixels. */
  width: 2_100,
  /** Two screens to scroll. */
  height: 3_000,
} as const
