/** Notices by e-mail, with a real mail server. */
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createSelfSigned } from '@scripts/bench/create-self-signed';
import type { SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { SecretValue } from '@/config/secret-value';
import { createMailTransportOptions, sendEmail } from './send-email';
import { mailPassword, mailUser, startMailServer, type TestMailServer } from './notice-servers.fixture';

const { key, cert } = createSelfSigned('localhost');
const notice = {
  subject: 'Not published: volunteer.example.org',
  text: 'The disk is full.\n\nFree some space.',
};

const sender = {
  user: mailUser,
  password: new SecretValue(mailPassword),
  to: ['editors@example.org', 'operator@example.org'],
  from: 'publisher@example.org',
};

let server: TestMailServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function start(options: SMTPServerOptions) {
  server = await startMailServer({ key, cert, ...options });
  const address = { host: 'localhost', port: server.port, isSecure: options.secure ?? false };
  return { ...sender, server: address, mails: server.mails };
}

describe('a notice by e-mail', () => {
  it.each([
    ['STARTTLS', {}],
    ['TLS from the beginning', { secure: true }],
  ])('is sent with a login and %s', async (_name, options) => {
    const settings = await start(options);
    await sendEmail(settings, notice, { ca: cert });
    const { from, to } = settings;
    expect(settings.mails).toMatchObject([{ from, to, isEncrypted: true, user: mailUser }]);
    const [mail] = settings.mails;
    expect(mail?.source).toContain('Subject: Not published: volunteer.example.org\r\n');
    expect(mail?.source).toContain('Content-Type: text/plain; charset=utf-8\r\n');
    expect(mail?.source).toContain('Auto-Submitted: auto-generated\r\n');
    expect(mail?.source).toContain('The disk is full.\r\n\r\nFree some space.');
    expect(mail?.source).not.toContain(mailPassword);
  });

  it('is sent without TLS and a login to a server on this machine that has neither', async () => {
    const settings = await start({ disabledCommands: ['STARTTLS', 'AUTH'], authOptional: true });
    await sendEmail({ ...settings, user: undefined, password: undefined }, notice);
    expect(settings.mails).toMatchObject([{ isEncrypted: false, user: undefined }]);
  });

  it('never gives a password to any other server without TLS', () => {
    const server = { host: 'mail.example.org', port: 587, isSecure: false };
    expect(createMailTransportOptions({ ...sender, server })).toMatchObject({
      secure: false,
      requireTLS: true,
    });
  });
});

describe('a mail server that doesn’t accept it', () => {
  it('with a wrong password: says so without showing it', async () => {
    const settings = await start({});
    const wrong = { ...settings, password: new SecretValue('another password of mine') };
    const error = await sendEmail(wrong, notice, { ca: cert }).catch((one: unknown) => String(one));
    expect(error).toMatch(/mail server didn’t accept it .*NOTICE_SMTP_PASSWORD/);
    expect(error).not.toContain('another password');
    expect(settings.mails).toEqual([]);
  });

  it('with a certificate that isn’t trusted: sends nothing', async () => {
    const settings = await start({ secure: true });
    await expect(sendEmail(settings, notice)).rejects.toThrow(/certificate/);
    expect(settings.mails).toEqual([]);
  });

  it('for any recipient', async () => {
    const settings = await start({
      onRcptTo: (_address, _session, done) => done(new Error('No such mailbox here')),
    });
    await expect(sendEmail(settings, notice, { ca: cert })).rejects.toThrow(
      /No such mailbox.*NOTICE_EMAIL_TO/,
    );
  });

  it('that doesn’t run', async () => {
    const settings = await start({});
    await server?.close();
    server = undefined;
    await expect(sendEmail(settings, notice)).rejects.toThrow(/ECONNREFUSED.*NOTICE_SMTP_URL/);
  });

  it('that never answers', async () => {
    const silent = createServer();
    await new Promise<void>((resolve) => void silent.listen(0, '127.0.0.1', resolve));
    const settings = await start({});
    const port = (silent.address() as AddressInfo).port;
    const slow = { ...settings, server: { ...settings.server, host: '127.0.0.1', port } };
    await expect(sendEmail(slow, notice, { timeoutMs: 200 })).rejects.toThrow(/mail server didn’t accept it/);
    silent.close();
  });
});
