/** Notices of the commands that publish, each run in a process of its own, at a real mail server and a real webhook. */
import { rename, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSelfSigned } from '@scripts/bench/create-self-signed';
import {
  mailPassword,
  mailUser,
  startMailServer,
  startWebhook,
  type TestMailServer,
  type TestWebhook,
} from '@/publish/notices/notice-servers.fixture';
import { freshFolder } from './folders';
import { runBuild, runScript, type Env } from './run-build';
import { runServing } from './serving';
import { copyOfSmallContent } from './small-content';

const { key, cert } = createSelfSigned('localhost');

let dir: string;
let content: string;
let webhook: TestWebhook;
let mail: TestMailServer;
let env: Env;

beforeAll(async () => {
  dir = await freshFolder('notices');
  content = await copyOfSmallContent('content/notices');
  await writeFile(`${dir}/certificate.pem`, cert);
  webhook = await startWebhook();
  mail = await startMailServer({ key, cert });
  env = {
    CONTENT_DIR: content,
    SITE_URL: 'https://volunteer.example.org',
    NOTICE_WEBHOOK_URL: webhook.url,
    NOTICE_SMTP_URL: `smtp://localhost:${mail.port}`,
    NOTICE_SMTP_USER: mailUser,
    NOTICE_SMTP_PASSWORD: mailPassword,
    NOTICE_EMAIL_TO: 'operator@example.org',
    NODE_EXTRA_CA_CERTS: `${dir}/certificate.pem`,
  };
});
afterAll(async () => {
  await webhook.close();
  await mail.close();
});

const publish = () => runScript('publish-local', ['--to', `${dir}/site`], env);

/** Takes the site settings away, which no build can do without, or puts them back. */
const hideSettings = () => rename(`${content}/settings`, `${dir}/settings`);
const showSettings = () => rename(`${dir}/settings`, `${content}/settings`);

describe('publish:local', () => {
  it('tells of a failure once, through both channels, whatever the number of attempts', async () => {
    await hideSettings();
    const first = await publish();
    expect(first.code).toBe(1);
    expect(first.stdout).toContain('A notice was sent to the webhook.\nA notice was sent by e-mail.\n');
    await publish();
    expect(webhook.bodies.map(({ state }) => state)).toEqual(['failed']);
    expect(webhook.bodies[0]?.['reason']).toContain('settings');
    expect(mail.mails).toMatchObject([{ user: mailUser, isEncrypted: true, to: ['operator@example.org'] }]);
    expect(mail.mails[0]?.source).toContain('Subject: Not published: volunteer.example.org\r\n');
  });

  it('tells of nothing that a person interrupts', async () => {
    await showSettings();
    const running = runServing('publish-local', ['--to', `${dir}/site`], env);
    await running.saying('Rendering pages');
    running.signal('SIGINT');
    await running.exited;
    expect(webhook.bodies.length).toBe(1);
  });

  it('tells when it works again, once', async () => {
    const published = await publish();
    expect(published.stderr).toBe('');
    await publish();
    expect(webhook.bodies.map(({ state }) => state)).toEqual(['failed', 'published']);
    expect(mail.mails.length).toBe(2);
    expect(mail.mails[1]?.source).toContain('Subject: Published again: volunteer.example.org\r\n');
  });
});

describe('npm run build', () => {
  it('tells of a failure, and fails with the same message and exit code as without notices', async () => {
    await hideSettings();
    webhook.status = 500;
    const told = await runBuild(`${dir}/dist`, env);
    const without = await runBuild(`${dir}/dist`, { CONTENT_DIR: content, SITE_URL: env['SITE_URL'] ?? '' });
    await showSettings();
    webhook.status = 200;
    expect([told.code, without.code]).toEqual([1, 1]);
    expect(told.stderr).toBe(without.stderr);
    expect(told.stdout).toContain('The notice couldn’t be sent to the webhook: the webhook answered 500.');
  });
});

describe('npm run notify', () => {
  it('tries whether notices arrive', async () => {
    const run = await runScript('notify', ['--test'], env);
    expect(run.stdout).toBe('A test was sent to the webhook.\nA test was sent by e-mail.\n');
    expect(webhook.bodies.at(-1)?.['text']).toMatch(/^Test: volunteer\.example\.org\n/);
  });

  it('tells of what another program published', async () => {
    const before = webhook.bodies.length;
    const deployed = ['--to', `${dir}/deployed`];
    await runScript('notify', ['--published', ...deployed], env);
    await runScript('notify', ['--failed', 'The host refused the files.', ...deployed], env);
    await runScript('notify', ['--published', ...deployed], env);
    expect(webhook.bodies.slice(before).map(({ state }) => state)).toEqual(['failed', 'published']);
  });
});
