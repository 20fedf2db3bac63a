/**
 * The seam to form services: each has one file here that exports a `FormService`, and `form-service.ts` names the one
 * that the site uses. Nothing outside this folder knows a service's answers or client; its address is read in `config`.
 */
import type { ProblemCode } from '../form/field-rules';

/** A form of a service. */
export interface FormAddress {
  /** Without a slash at the end. */
  readonly endpoint: string;
  readonly formId: string;
}

/** Why a form was certainly not accepted. Strings: keys `told.<reason>`. */
type RefusedReason = 'inactive' | 'limit' | 'long' | 'files' | 'other';

/**
 * Why the arrival isn't certain. `server`: the form service has a fault. `answer`: the answer didn't come from the form
 * service, as on a network that wants a login first. Strings: keys `told.<reason>`.
 */
type UnconfirmedReason = 'network' | 'timeout' | 'server' | 'answer';

/** The pause (ms) that the service asks for. */
interface RequestedPause {
  readonly retryAfter?: number | undefined;
}

/** The result of an attempt. */
export type SubmissionOutcome =
  | { readonly kind: 'sent' }
  | {
      readonly kind: 'invalid';
      readonly problems: readonly { readonly name: string; readonly code: ProblemCode }[];
    }
  | ({ readonly kind: 'refused'; readonly reason: RefusedReason } & RequestedPause)
  | ({ readonly kind: 'unconfirmed'; readonly reason: UnconfirmedReason } & RequestedPause);

/** A form to send. */
export interface SubmissionRequest extends FormAddress {
  /** The headers that the service's client adds to a request (`client-headers.client.ts`); missing where no form was filled in. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The data to send, in this order. */
  readonly payload: Readonly<Record<string, string>>;
  /** Sent in place of its name in `payload`. */
  readonly file?: Blob | undefined;
  /** Time limit (ms) for an answer; not always a whole number. */
  readonly timeoutMs: number;
}

/** Sends a form. Never rejects. */
export type SubmitForm = (request: SubmissionRequest) => Promise<SubmissionOutcome>;

/** A form service. */
export interface FormService {
  /** The address that a plain form posts to, without JavaScript. */
  readonly formAction: (form: FormAddress) => string;
  /** The inverse of `formAction`; undefined for other addresses. */
  readonly parseFormAction: (action: string) => FormAddress | undefined;
  readonly submit: SubmitForm;
}

/** The longest pause (ms) that is honoured: a longer one is a mistake, and must not hold an application back. */
const longestPause = 7 * 86_400_000;

/**
 * Parses a `Retry-After` header into a pause in ms; undefined if there is none that can be read. Formats: RFC 9110,
 * section 10.2.3. `('120', …) -> 120000`, `('Wed, 25 Nov 2026 12:00:30 GMT', 25 Nov 2026 12:00:00) -> 30000`
 */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  const text = header?.trim() ?? '';
  const pause = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isNaN(pause) ? undefined : Math.min(Math.max(0, pause), longestPause);
}
