/** What went wrong: a code, and the data that belongs to it. Words are put to it where people read it. */
export interface Problem {
  readonly code: string
}

/** An error with a {@link Problem}. Its message is for logs. */
export class CodedError<P extends Problem> extends Error {
  readonly problem: P

  constructor(problem: P, options?: ErrorOptions) {
    const { code, ...data } = problem
    super(Object.keys(data).length === 0 ? code : `${code} ${JSON.stringify(data)}`, options)
    this.problem = problem
  }
}
