/** Does work for something of this name, unless it was done from the same inputs already and would look up the same. */
export type Recall<T> = (name: string, inputs: readonly unknown[], work: () => T) => T
