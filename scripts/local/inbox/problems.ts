/** The answers to refused submissions, with the statuses, codes and shape of Formspree. */

/** A fault of the whole form or of one field. */
interface InboxFault {
  /** One of Formspree's codes, if it has one for this fault. */
  readonly code?: string;
  readonly field?: string;
  readonly message: string;
}

/** A refusal. */
export class InboxProblem {
  constructor(
    readonly status: number,
    readonly errors: readonly InboxFault[],
  ) {}

  /** The body of a JSON answer. */
  get json(): { readonly error: string; readonly errors: readonly InboxFault[] } {
    return {
      error: this.errors.map(({ field, message }) => (field ? `${field} ${message}` : message)).join(', '),
      errors: this.errors,
    };
  }
}

const createProblem = (status: number, code: string, message: string) =>
  new InboxProblem(status, [{ code, message }]);

export const problems = {
  blocked: createProblem(403, 'BLOCKED', 'This form is blocked'),
  empty: createProblem(422, 'EMPTY', 'The submission is empty'),
  filesTooBig: createProblem(413, 'FILES_TOO_BIG', 'The files are too big: at most 25 MB'),
  notFound: createProblem(404, 'FORM_NOT_FOUND', 'Form not found'),
  inactive: createProblem(403, 'INACTIVE', 'This form is not active'),
  noFiles: createProblem(400, 'NO_FILE_UPLOADS', 'This form takes no files'),
  projectNotFound: createProblem(404, 'PROJECT_NOT_FOUND', 'Project not found'),
  tooManyFiles: createProblem(400, 'TOO_MANY_FILES', 'Too many files: at most 10'),
  limit: new InboxProblem(429, [{ message: 'This form has reached its limit of submissions' }]),
  tooLarge: new InboxProblem(413, [{ message: 'The submission is too large: at most 1,000,000 bytes' }]),
  unreadable: new InboxProblem(400, [{ message: 'The submission can’t be read' }]),
  unsupported: new InboxProblem(415, [{ message: 'Send JSON or a form' }]),
  notStored: new InboxProblem(500, [{ message: 'The submission could not be stored' }]),
  server: new InboxProblem(500, [{ message: 'Something went wrong' }]),
} as const;

const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Checks what Formspree always checks: that there is an answer, and that `email` is an address. */
export function checkFields(fields: Readonly<Record<string, unknown>>): InboxProblem | undefined {
  const hasAnswer = Object.entries(fields).some(([name, value]) => !name.startsWith('_') && !isEmpty(value));
  if (!hasAnswer) return problems.empty;
  if (!Object.hasOwn(fields, 'email')) return undefined;
  const { email } = fields;
  if (isEmpty(email)) {
    return new InboxProblem(422, [{ code: 'REQUIRED_FIELD_EMPTY', field: 'email', message: 'is empty' }]);
  }
  if (typeof email !== 'string' || !address.test(email.trim())) {
    return new InboxProblem(422, [{ code: 'TYPE_EMAIL', field: 'email', message: 'should be an email' }]);
  }
  return undefined;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}
