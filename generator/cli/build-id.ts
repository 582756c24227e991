/** What tells this build of Stowage from every other, as the build puts it in; the sources have none. */
export const buildId: string | undefined = undefined
