/** Outcomes of publishing, told to a real webhook and a real mail server. */
import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createSelfSigned } from '@scripts/bench/create-self-signed';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '@/config/config';
import { OperatorError } from '@/model/operator-error';
import { LockedError } from '../targets/lock';
import { noticeStateFile } from './notice-state';
import {
  startMailServer,
  startWebhook,
  type TestMailServer,
  type TestWebhook,
} from './notice-servers.fixture';
import { reportEvent, reportOutcome, watchPublishing } from './report-outcome';
import { runDir } from '@scripts/test/run-folder';

class FullDiskError extends OperatorError {
  override readonly hint = 'Free some space on that disk, then try again.';
}

const { key, cert } = createSelfSigned('localhost');
const to = `${runDir}/notices-target`;
const token = 'a-delivery-token-of-43-letters-aaaaaaaaaaaaa';

let webhook: TestWebhook;
let mail: TestMailServer | undefined;
let printed: string[];

const forget = () => rmSync(noticeStateFile(to), { force: true });

beforeEach(async () => {
  forget();
  printed = [];
  webhook = await startWebhook();
});
afterEach(async () => {
  forget();
  await webhook.close();
  await mail?.close();
  mail = undefined;
});

type Settings = Readonly<Record<string, string>>;

const options = (more: Settings = {}) => ({
  config: readConfig({
    SITE_URL: 'https://volunteer.example.org',
    CONTENT_SOURCE: 'files',
    CONTENTFUL_DELIVERY_TOKEN: token,
    NOTICE_WEBHOOK_URL: webhook.url,
    ...more,
  }),
  to,
  print: (line: string) => printed.push(line),
});

/** Reports a publish that fails with this message. */
async function failing(message: string, more?: Settings): Promise<void> {
  const publish = Promise.reject(new FullDiskError(message));
  await expect(reportOutcome(publish, options(more))).rejects.toThrow(message);
}

/** Reports a publish that succeeds, and resolves to its result. */
const succeeding = (result = 0, more?: Settings) => reportOutcome(Promise.resolve(result), options(more));

const states = () => webhook.bodies.map(({ state }) => state);

describe('a publish that fails', () => {
  it('is told once, with the site, the time, the reason, what to do and where to read more', async () => {
    await failing('The disk is full.');
    await failing('The disk is full.');
    expect(webhook.bodies.length).toBe(1);
    const [body] = webhook.bodies;
    expect(body).toMatchObject({ state: 'failed', site: 'https://volunteer.example.org' });
    expect(body?.['reason']).toBe('The disk is full.\nFree some space on that disk, then try again.');
    expect(body?.['text']).toMatch(/^Not published: volunteer\.example\.org\n/);
    expect(body?.['text']).toMatch(/failed on \d+ \w+ \d{4} at \d\d:\d\d UTC/);
    expect(body?.['text']).toMatch(/Report and log: .*\.local\/report\/report\.html on /);
  });

  it('is told without secrets, stacks and calls to everyone', async () => {
    const error = new TypeError(`No entry for ${token}, says <!channel> @here`);
    await expect(reportOutcome(Promise.reject(error), options())).rejects.toThrow(error);
    const text = JSON.stringify(webhook.bodies);
    expect(text).toContain('[secret]');
    expect(text).not.toContain(token);
    expect(text).not.toContain('report-outcome.test');
    expect(webhook.bodies[0]?.['text']).toContain('‹!channel› @ here');
    expect(await readFile(noticeStateFile(to), 'utf8')).not.toContain(token);
  });

  it('is told to be over by the next publish, once, with the link that is configured, and can come again', async () => {
    const link = 'https://ci.example.org/runs/1';
    await failing('The disk is full.');
    expect(await succeeding(7, { NOTICE_LINK: link })).toBe(7);
    await succeeding(8);
    expect(states()).toEqual(['failed', 'published']);
    expect(webhook.bodies[1]).toMatchObject({ link });
    expect(webhook.bodies[1]?.['text']).toMatch(/^Published again: volunteer\.example\.org\n/);
    expect(webhook.bodies[1]?.['text']).toContain(link);
    await failing('The disk is full.');
    expect(states()).toEqual(['failed', 'published', 'failed']);
    expect(webhook.bodies[2]?.['text']).toContain('It was last published on');
  });

  it('isn’t one if another publish is running', async () => {
    const busy = new LockedError('Another command publishes.', 'Wait.', true);
    await expect(reportOutcome(Promise.reject(busy), options())).rejects.toThrow(busy);
    expect(webhook.bodies).toEqual([]);
  });

  it('leaves no trace where no notices are configured', async () => {
    await failing('The disk is full.', { NOTICE_WEBHOOK_URL: '' });
    await expect(readFile(noticeStateFile(to))).rejects.toThrow('ENOENT');
  });
});

describe('a publish that stalled', () => {
  const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString();

  it('is told once, by whatever looks at it', async () => {
    await succeeding();
    for (const count of [25, 27, 28]) await reportEvent({ kind: 'checked', at: hours(count) }, options());
    expect(states()).toEqual(['stalled']);
    expect(webhook.bodies[0]?.['text']).toMatch(
      /published to https:\/\/volunteer\.example\.org since .* UTC, for 27 hours\. That version stays live/,
    );
  });

  it('is noticed by the watch, after the hours that are configured', async () => {
    await reportEvent({ kind: 'published', at: hours(-2) }, options({ NOTICE_AFTER_HOURS: '1' }));
    const end = watchPublishing(options({ NOTICE_AFTER_HOURS: '1' }), 10);
    await expect.poll(states).toEqual(['stalled']);
    await end();
  });
});

describe('a notice that can’t be sent', () => {
  it.each([500, 404, 302])(
    'because of status %i never fails a publish, and is sent at the next occasion',
    async (status) => {
      webhook.status = status;
      await failing('The disk is full.');
      expect(printed.join()).toContain(`couldn’t be sent to the webhook: the webhook answered ${status}`);
      expect(printed.join()).not.toContain('a-secret-path');
      webhook.status = 200;
      await failing('The disk is still full.');
      expect(webhook.bodies).toMatchObject([
        { reason: expect.stringContaining('The disk is full.') as unknown },
      ]);
    },
  );

  it('because the server is down is told with the end of the incident', async () => {
    await webhook.close();
    await failing('The disk is full.');
    expect(printed.join()).toMatch(/webhook can’t be reached \(.*ECONNREFUSED/);
    webhook = await startWebhook();
    await succeeding();
    expect(states()).toEqual(['published']);
    expect(webhook.bodies[0]?.['text']).toContain('The disk is full.');
  });

  it('through one channel is sent through the other, and later only through the first', async () => {
    mail = await startMailServer({ key, cert, disabledCommands: ['STARTTLS', 'AUTH'], authOptional: true });
    const address = 'editors@example.org';
    const email = { NOTICE_SMTP_URL: `smtp://127.0.0.1:${mail.port}`, NOTICE_EMAIL_TO: address };
    webhook.status = 503;
    await failing('The disk is full.', email);
    expect(mail.mails.length).toBe(1);
    expect(mail.mails[0]).toMatchObject({ from: address, to: [address] });
    webhook.status = 200;
    await reportEvent({ kind: 'checked', at: new Date().toISOString() }, options(email));
    expect(mail.mails.length).toBe(1);
    expect(states()).toEqual(['failed']);
  });

  it('because the state can’t be written is only mentioned', async () => {
    // No file can have such a long name.
    expect(await reportOutcome(Promise.resolve(1), { ...options(), to: 'x'.repeat(300) })).toBe(1);
    expect(printed.join()).toMatch(/No notice could be sent/);
  });
});
