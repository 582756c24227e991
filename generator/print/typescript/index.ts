export * from './expression.ts'
export { printTypeScript } from './print.ts'
export type * from './tree.ts'
