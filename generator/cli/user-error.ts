/** What a person did that a command cannot work with. Told in one line and a hint, without a stack; exit code 2. */
export class UserError extends Error {
  override readonly name: string = 'UserError'
  readonly hint: string | undefined

  constructor(message: string, hint?: string) {
    super(message)
    this.hint = hint
  }
}
