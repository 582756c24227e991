/** The forms in which findings are told. */
export const formats = ['text', 'json', 'sarif', 'junit', 'github-actions', 'gitlab', 'markdown'] as const

export type Format = (typeof formats)[number]
