/** The answers to refused submissions, with the statuses, codes and shape of Formspree. */

/** A refusal of a submission, because of the whole form or of one field. */
export class InboxProblem {
  constructor(
    readonly status: number,
    readonly message: string,
    /** One of Formspree's codes, if it has one for this fault. */
    readonly code?: string,
    readonly field?: string,
  ) {}

  get text(): string {
    return this.field === undefined ? this.message : `${this.field} ${this.message}`;
  }

  /** The body of a JSON answer. */
  get json(): unknown {
    const { code, field, message } = this;
    return { error: this.text, errors: [{ code, field, message }] };
  }
}

export const problems = {
  blocked: new InboxProblem(403, 'This form is blocked', 'BLOCKED'),
  email: new InboxProblem(422, 'should be an email', 'TYPE_EMAIL', 'email'),
  emailMissing: new InboxProblem(422, 'is empty', 'REQUIRED_FIELD_EMPTY', 'email'),
  empty: new InboxProblem(422, 'The submission is empty', 'EMPTY'),
  filesTooBig: new InboxProblem(413, 'The files are too big: at most 25 MB', 'FILES_TOO_BIG'),
  notFound: new InboxProblem(404, 'Form not found', 'FORM_NOT_FOUND'),
  inactive: new InboxProblem(403, 'This form is not active', 'INACTIVE'),
  noFiles: new InboxProblem(400, 'This form takes no files', 'NO_FILE_UPLOADS'),
  projectNotFound: new InboxProblem(404, 'Project not found', 'PROJECT_NOT_FOUND'),
  tooManyFiles: new InboxProblem(400, 'Too many files: at most 10', 'TOO_MANY_FILES'),
  unknownField: new InboxProblem(422, 'should be text', 'TYPE_TEXT', 'no_such_field'),
  limit: new InboxProblem(429, 'This form has reached its limit of submissions'),
  tooLarge: new InboxProblem(413, 'The submission is too large: at most 1,000,000 bytes'),
  unreadable: new InboxProblem(400, 'The submission can’t be read'),
  unsupported: new InboxProblem(415, 'Send JSON or a form'),
  notStored: new InboxProblem(500, 'The submission could not be stored'),
  server: new InboxProblem(500, 'Something went wrong'),
} as const;

const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Checks what Formspree always checks: that there is an answer, and that `email` is an address. */
export function checkFields(fields: Readonly<Record<string, unknown>>): InboxProblem | undefined {
  const hasAnswer = Object.entries(fields).some(([name, value]) => !name.startsWith('_') && !isEmpty(value));
  if (!hasAnswer) return problems.empty;
  if (!Object.hasOwn(fields, 'email')) return undefined;
  const { email } = fields;
  if (isEmpty(email)) return problems.emailMissing;
  if (typeof email !== 'string' || !address.test(email.trim())) return problems.email;
  return undefined;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}
