/** One `@` with something on both sides; whether mail arrives is for the mail to say. */
export const emailForm: RegExp = /^[^\s@\p{Cc}]{1,64}@[^\s@.\p{Cc}]+(?:\.[^\s@.\p{Cc}]+)*$/u
