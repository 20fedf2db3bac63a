/** Posts a notice to a webhook. */
import type { SecretValue } from '@/config/secret-value';
import { OperatorError } from '@/model/operator-error';
import type { Notice } from './incident';
import type { NoticeContext, NoticeText } from './notice-text';

/** A notice can't be sent. */
export class NoticeError extends OperatorError {
  override readonly name = 'NoticeError';
}

/** The longest time (ms) to send a notice. */
export const noticeTimeoutMs = 15_000;

/**
 * Keeps a text from being read as markup: Slack takes `<…>` for links and mentions, and Mattermost `@all` for a call to
 * everyone.
 */
const writePlain = (text: string) =>
  text
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replaceAll(/@(?=(?:all|channel|here|everyone)\b)/gi, '@ ');

/** The body of the request. Chat services read `text`; the rest is for programs. */
export function createWebhookBody(
  { kind, began, at, reason }: Notice,
  { subject, text }: NoticeText,
  { site, link }: NoticeContext,
) {
  return {
    text: writePlain(`${subject}\n\n${text}`),
    state: kind === 'over' ? 'published' : kind,
    site,
    began,
    at,
    ...(reason !== undefined && { reason }),
    link,
  };
}

function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `no answer in ${noticeTimeoutMs / 1000} s`;
  // fetch hides the system's error in the cause.
  const cause = error.cause;
  return cause instanceof Error
    ? cause.message || ('code' in cause ? String(cause.code) : '')
    : error.message;
}

/** Posts a body as JSON. Rejects with a `NoticeError`, which doesn't contain the address. */
export async function postWebhook(url: SecretValue, body: object, signal?: AbortSignal): Promise<void> {
  const timeout = AbortSignal.timeout(noticeTimeoutMs);
  let response: Response;
  try {
    response = await fetch(url.reveal(), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      // A redirect would send the notice to an address that isn’t configured.
      redirect: 'manual',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    await response.body?.cancel();
  } catch (error) {
    throw new NoticeError(`the webhook can’t be reached (${describeError(error)})`);
  }
  if (!response.ok) throw new NoticeError(`the webhook answered ${response.status}`);
}
