import type { ICruiseOptions, IForbiddenRuleType } from 'dependency-cruiser'

export declare const floors: readonly (readonly string[])[]

declare const config: { readonly forbidden: IForbiddenRuleType[]; readonly options: ICruiseOptions }
export default config
