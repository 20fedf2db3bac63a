import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { followUpId, isDeleted } from '@/device/storage/application/outbox-entry';
import { formService } from '../../transport/form-service';
import type { FormSubmissions } from '../form-submissions';
import { useFormSubmissions } from '../form-submissions.fixture';

const { sent, tab, message, unsent, withdraw, requests, setOnline, url } = useFormSubmissions();

describe('two senders, such as a page and the service worker', () => {
  it.each([
    [
      '429 with Retry-After: 3600',
      'limit-pause',
      { kind: 'refused', reason: 'limit', retryAfter: 3_600_000 },
    ],
    ['500', 'error-json', { kind: 'unconfirmed', reason: 'server' }],
  ])('make one request where one begins while the other waits for a %s', async (_, service, outcome) => {
    let other: Promise<void> | undefined;
    const client = formService.submit;
    const page = tab(service, {
      submitForm: async (request) => {
        // Back online: it tries entries that aren't due too.
        other = tab(service).flush(true);
        await pause(20);
        return client(request);
      },
    });
    expect(await page.submit(message('one'))).toMatchObject({ outcome });
    await other;
    expect(requests()).toBe(1);
  });

  it('make one request, of the page, where the other starts as soon as the entry is stored', async () => {
    let background: Promise<void> | undefined;
    const worker = tab('error-json');
    const page = tab('error-json', { onStored: () => (background = worker.flush(true)) });
    expect(await page.submit(message('one'))).toMatchObject({ outcome: { kind: 'unconfirmed' } });
    await background;
    expect(requests()).toBe(1);
    expect(await unsent()).toMatchObject([{ attempts: 1, automatic: 0 }]);
  });
});

describe('“Send it now”, pressed twice during an automatic attempt that fails', () => {
  it.each([
    ['arrives', 'local', 1],
    ['fails again', 'error-json', 0],
  ])('sends it once more, which %s', async (_, formId, arrived) => {
    const client = formService.submit;
    await tab('error-json').submit(message('one'));
    const form = { endpoint: url(), formId };
    const page = tab(formId, { checkSiteForm: () => Promise.resolve({ isOpen: true, form }) });
    const [entry] = await unsent();
    if (!entry) throw new Error('Nothing waits.');
    let pressed: Promise<unknown> | undefined;
    const other = tab('error-json', {
      submitForm: async (request) => {
        pressed = Promise.all([page.retry(entry), page.retry(entry)]);
        await pause(20);
        return client(request);
      },
    });
    await other.flush(true);
    await pressed;
    expect(requests()).toBe(3);
    expect(await sent()).toHaveLength(arrived);
  });
});

describe('a withdrawal', () => {
  /** Sends an application, whose correction then fails or waits, and stores the message that withdraws it. */
  async function withdrawAfterCorrection(correct: () => FormSubmissions) {
    const first = tab();
    await first.submit(message('one'));
    const correcting = correct();
    const [item] = await correcting.earlier();
    if (!item) throw new Error('Nothing was sent.');
    await correcting.submit(message('two'));
    expect(await unsent()).toMatchObject([{ id: followUpId(item.id), kind: 'correction' }]);
    await withdraw(correcting);
    setOnline(true);
    return tab();
  }

  it.each([
    ['had failed', () => tab('error-json')],
    [
      'waited for a connection',
      () => {
        setOnline(false);
        return tab();
      },
    ],
  ])('is the last that arrives under its number where a correction %s', async (_, correct) => {
    const later = await withdrawAfterCorrection(correct);
    await later.flush(true);
    await later.flush(true);
    expect((await sent()).map((row) => row['purpose'] ?? row['motivation'])).toEqual(['one', 'withdrawal']);
    expect((await unsent()).filter((entry) => !isDeleted(entry))).toEqual([]);
    expect(await later.pending()).toEqual([]);
  });

  it.each([
    ['waits', false],
    ['has arrived', true],
  ])('that %s makes the next press a new application, which follows the withdrawn one', async (_, isSent) => {
    const form = tab();
    await form.submit(message('one'));
    const { id } = await withdraw(form);
    if (isSent) await form.flush();
    await form.submit(message('two'));
    const next = (await sent()).find(({ motivation }) => motivation === 'two');
    expect(next).toMatchObject({ follow_up_to: id, submission_id: expect.not.stringMatching(id) as string });
  });

  it('is sent once, whether pressed again while it is sent or after', async () => {
    const client = formService.submit;
    let again: Promise<unknown> | undefined;
    const page = tab('local', {
      submitForm: async (request) => {
        if ((await page.earlier()).length > 0) again = withdraw(page);
        await again;
        return client(request);
      },
    });
    await page.submit(message('one'));
    await withdraw(page);
    await page.flush();
    await withdraw(page);
    await page.flush();
    expect((await sent()).map((row) => row['purpose'])).toEqual([undefined, 'withdrawal']);
    expect(await unsent()).toEqual([]);
  });
});
