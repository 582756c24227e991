/** A ULID in its one form: 26 characters of Crockford's base 32 in upper case, at most 2^128 - 1. */
export const ulidPattern = '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'

/** The hexadecimal form of an ObjectId. */
export const documentIdPattern = '^[0-9a-f]{24}$'
