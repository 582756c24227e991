export { createFactories, type EntityFactory, type FactoriesOptions } from './factories/factories.ts'
