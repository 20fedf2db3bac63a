import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { useInbox } from '@scripts/local/inbox/inbox.fixture';
import { clientHeaders } from './client-headers.client';
import { formspree } from './formspree';
import { parseRetryAfter, type SubmissionOutcome } from './transport';

const inbox = useInbox();
const kept = async () => (await inbox.kept()).map(({ fields }) => fields);

const payload = { name: 'Awa', email: 'awa@example.org', submission_id: 'id-1' };

function sendTo(
  formId: string,
  {
    fields = payload as Record<string, string>,
    timeoutMs = 5000,
    endpoint = inbox.url,
    file = undefined as Blob | undefined,
    headers = undefined as Record<string, string> | undefined,
  } = {},
) {
  return formspree.submit({ endpoint, formId, payload: fields, headers, file, timeoutMs });
}

describe('the pause that a service asks for', () => {
  const now = Date.parse('2026-11-25T12:00:00Z');
  it.each([
    ['120', 120_000],
    ['0', 0],
    ['Wed, 25 Nov 2026 12:00:30 GMT', 30_000],
    ['Wed, 25 Nov 2026 11:00:00 GMT', 0],
    ['99999999999', 604_800_000],
    ['soon', undefined],
    ['', undefined],
    [null, undefined],
  ])('of %j is %j ms', (header, pause) => {
    expect(parseRetryAfter(header, now)).toBe(pause);
  });
});

describe('send, with the inbox', () => {
  it('has sent what the inbox keeps, verbatim and in order', async () => {
    expect(await sendTo('any')).toEqual({ kind: 'sent' });
    const [fields] = await kept();
    expect(Object.entries(fields ?? {})).toEqual(Object.entries(payload));
  });

  const outcomes: [form: string, outcome: SubmissionOutcome, rows: number][] = [
    ['blocked', { kind: 'refused', reason: 'inactive' }, 0],
    ['not-found', { kind: 'refused', reason: 'inactive' }, 0],
    ['inactive', { kind: 'refused', reason: 'inactive' }, 0],
    ['project-not-found', { kind: 'refused', reason: 'inactive' }, 0],
    ['empty', { kind: 'refused', reason: 'other' }, 0],
    ['no-files', { kind: 'sent' }, 1],
    ['too-many-files', { kind: 'refused', reason: 'files' }, 0],
    ['files-too-big', { kind: 'refused', reason: 'long' }, 0],
    ['limit', { kind: 'refused', reason: 'limit' }, 0],
    ['forbidden-next', { kind: 'refused', reason: 'other' }, 0],
    ['email-refused', { kind: 'invalid', problems: [{ name: 'email', code: 'email' }] }, 0],
    ['field-refused', { kind: 'invalid', problems: [{ name: 'no_such_field', code: 'refused' }] }, 0],
    ['error-json', { kind: 'unconfirmed', reason: 'server' }, 0],
    ['error-html', { kind: 'unconfirmed', reason: 'server' }, 0],
    ['busy', { kind: 'unconfirmed', reason: 'server', retryAfter: 120_000 }, 0],
    ['limit-pause', { kind: 'refused', reason: 'limit', retryAfter: 3_600_000 }, 0],
    ['ok-html', { kind: 'unconfirmed', reason: 'answer' }, 0],
    ['ok-false', { kind: 'unconfirmed', reason: 'answer' }, 0],
    ['redirected', { kind: 'unconfirmed', reason: 'answer' }, 0],
    ['payment', { kind: 'unconfirmed', reason: 'answer' }, 0],
    ['no-next', { kind: 'unconfirmed', reason: 'answer' }, 1],
    ['lost-request', { kind: 'unconfirmed', reason: 'network' }, 0],
    ['lost-answer', { kind: 'unconfirmed', reason: 'network' }, 1],
    ['slow-50', { kind: 'sent' }, 1],
  ];
  it.each(outcomes)('tells the truth about the form %s', async (form, outcome, rows) => {
    expect(await sendTo(form)).toEqual(outcome);
    expect(await kept()).toHaveLength(rows);
  });

  it('gives up when no answer comes in time, and ends the request', async () => {
    expect(await sendTo('hang', { timeoutMs: 100 })).toEqual({ kind: 'unconfirmed', reason: 'timeout' });
  });

  it('could not confirm what nobody was there to take', async () => {
    const endpoint = inbox.url;
    await inbox.close();
    expect(await sendTo('any', { endpoint })).toEqual({ kind: 'unconfirmed', reason: 'network' });
  });

  describe('with a file', () => {
    const bytes = new Uint8Array(300_000).map((_, index) => index % 251);
    const page = new Blob([bytes], { type: 'application/pdf' });
    const named = { ...payload, attachment: 'Übersetzung “1”.pdf', seconds: '9' };

    it('has sent its bytes under its name, and all that is said beside it', async () => {
      expect(await sendTo('any', { fields: named, file: page })).toEqual({ kind: 'sent' });
      expect(await kept()).toEqual([{ ...payload, seconds: '9' }]);
      expect((await inbox.kept()).flatMap(({ files = [] }) => files)).toMatchObject([
        {
          field: 'attachment',
          name: named.attachment,
          size: bytes.length,
          type: 'application/pdf',
          sha256: createHash('sha256').update(bytes).digest('hex'),
        },
      ]);
    });

    it('is refused for the file where the form takes none, and taken without it', async () => {
      expect(await sendTo('no-files', { fields: named, file: page })).toEqual({
        kind: 'refused',
        reason: 'files',
      });
      expect(await kept()).toEqual([]);
      expect(await sendTo('no-files')).toEqual({ kind: 'sent' });
    });

    it('is refused for its size where it is larger than any plan takes', async () => {
      const large = new Blob([new Uint8Array(25_000_001)]);
      expect(await sendTo('any', { fields: named, file: large })).toEqual({
        kind: 'refused',
        reason: 'long',
      });
      expect(await kept()).toEqual([]);
    });
  });

  it('has the headers of the real client, which leaves the page’s fetch as it was', async () => {
    const { fetch } = globalThis;
    expect(clientHeaders()).toEqual({
      Accept: 'application/json',
      'Formspree-Client': expect.stringMatching(/^@formspree\/core@/),
    });
    expect(globalThis.fetch).toBe(fetch);
    expect(await sendTo('any', { headers: clientHeaders() })).toEqual({ kind: 'sent' });
  });
});
