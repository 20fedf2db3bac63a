/** Parses the values of variables for notices. Each function gets a value that isn't empty. */
import { isLoopback } from '@/model/addresses/loopback';
import { SecretValue } from '../secret-value';
import type { Refuse } from '../values';

/** The mail server that sends notices. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** True if the connection begins with TLS. Otherwise it changes to TLS (STARTTLS) before anything is sent. */
  readonly isSecure: boolean;
}

const defaultPorts = { 'smtps:': 465, 'smtp:': 587 } as const;

/** Parses the address of a mail server: `'smtps://mail.example.org' -> { host: 'mail.example.org', port: 465, … }`. */
export function parseMailServer(text: string, refuse: Refuse): MailServer {
  if (text.includes('@'))
    return refuse(
      'NOTICE_SMTP_URL has a name or a password before an @, which isn’t shown here.',
      'Write the address without them, such as smtps://mail.example.org, and set NOTICE_SMTP_USER and NOTICE_SMTP_PASSWORD.',
    );
  const url = URL.parse(text);
  const protocol = url?.protocol === 'smtps:' || url?.protocol === 'smtp:' ? url.protocol : undefined;
  if (!url || protocol === undefined || url.hostname === '' || !/^\/?$/.test(url.pathname + url.search))
    return refuse(
      `NOTICE_SMTP_URL is “${text.slice(0, 80)}”, which is no mail server.`,
      'Write smtps://HOST for port 465, or smtp://HOST for port 587 with STARTTLS. For another port, add it: smtp://HOST:2525.',
    );
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? defaultPorts[protocol] : Number(url.port),
    isSecure: protocol === 'smtps:',
  };
}

/** Parses the address to which notices are posted. Plain HTTP is accepted on this machine only. */
export function parseNoticeWebhook(text: string, refuse: Refuse): SecretValue {
  const url = URL.parse(text);
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.host)))
    return new SecretValue(url.href);
  // The address isn't shown: it is a secret.
  return refuse(
    'NOTICE_WEBHOOK_URL is no address to which a notice can be sent.',
    'Copy the https address that Slack, Mattermost or your own service gives for an incoming webhook; plain http only on this machine.',
  );
}

/** Without a publish in this time, something is wrong: a site is published once a day, which may take a while. */
export const defaultStalledHours = 26;

/** Parses hours from 1 to 8,760, which is a year. */
export function parseStalledHours(text: string, refuse: Refuse): number {
  if (/^[1-9]\d{0,3}$/.test(text) && Number(text) <= 8760) return Number(text);
  return refuse(
    `NOTICE_AFTER_HOURS is “${text.slice(0, 40)}”.`,
    `Give hours from 1 to 8760, or leave it unset for ${defaultStalledHours}.`,
  );
}

/** Parses the address of a log or a report. */
export function parseNoticeLink(text: string, refuse: Refuse): string {
  const url = URL.parse(text);
  if (url && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '') return url.href;
  return refuse(
    'NOTICE_LINK is no web address without a name or password.',
    'Write one such as https://example.org/report.html, or leave it unset.',
  );
}

const emailPattern = /^[^\s@<>()[\]",;:]+@[^\s@<>()[\]",;:]+$/;

function parseEmailAddresses(variable: string, text: string, refuse: Refuse): readonly string[] {
  const addresses = text.split(',').map((part) => part.trim());
  const wrong = addresses.find((address) => !emailPattern.test(address));
  if (wrong === undefined) return addresses;
  return refuse(
    `${variable} names “${wrong.slice(0, 80)}”, which is no e-mail address.`,
    'Write addresses such as editors@example.org, without names.',
  );
}

/** Parses addresses separated by commas: `'a@example.org, b@example.org'`. */
export const parseNoticeRecipients = (text: string, refuse: Refuse): readonly string[] =>
  parseEmailAddresses('NOTICE_EMAIL_TO', text, refuse);

export function parseNoticeSender(text: string, refuse: Refuse): string {
  const [sender = '', ...others] = parseEmailAddresses('NOTICE_EMAIL_FROM', text, refuse);
  return others.length === 0 ? sender : refuse('NOTICE_EMAIL_FROM has more than one address. Give one.');
}
