/** Runs commands with a recognisable value in every secret, and looks for these values in all that the commands leave behind. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { environmentVariables } from '@/config/variables';
import { freshFolder } from '../build/folders';
import { runScript, type Env, type Run } from '../build/run-build';
import { smallContent } from '../build/small-content';
import type { NamedFault } from '../faults/fault';

/** Variables whose value is a secret. */
const secretNames = environmentVariables.flatMap(({ name, secret }) => (secret === 'value' ? [name] : []));

/** The value of a secret, which stands nowhere else. */
export function canaryOf(name: string): string {
  return `Cnry${createHash('sha256').update(name).digest('hex').slice(0, 36)}`;
}

/** Notices that can't be sent, so that each command that publishes tries to. */
const notices: Env = {
  NOTICE_WEBHOOK_URL: `http://127.0.0.1:2/${canaryOf('NOTICE_WEBHOOK_URL')}`,
  NOTICE_SMTP_URL: 'smtp://127.0.0.1:2',
  NOTICE_SMTP_USER: 'publisher',
  NOTICE_EMAIL_TO: 'operator@example.org',
};

const secrets: Env = {
  ...Object.fromEntries(secretNames.map((name) => [name, canaryOf(name)])),
  ...notices,
};

/** Passwords within addresses, which no message may repeat. */
const addressesWithPasswords: readonly Env[] = [
  {
    FORMSPREE_ENDPOINT: `https://editor:${canaryOf('FORMSPREE_ENDPOINT')}@forms.example`,
    FORMSPREE_FORM_ID: 'abcdwxyz',
  },
  { SITE_URL: `https://editor:${canaryOf('SITE_URL')}@site.example` },
  { CONTENTFUL_HOST: `editor:${canaryOf('CONTENTFUL_HOST')}@127.0.0.1:9`, CONTENTFUL_SPACE_ID: 'local' },
  {
    HTTPS_PROXY: `http://editor:${canaryOf('HTTPS_PROXY')}@127.0.0.1:9`,
    HTTP_PROXY: `http://editor:${canaryOf('HTTPS_PROXY')}@127.0.0.1:9`,
    CONTENTFUL_SPACE_ID: 'local',
  },
];

const every = [...secretNames, 'FORMSPREE_ENDPOINT', 'SITE_URL', 'CONTENTFUL_HOST', 'HTTPS_PROXY'];

/** The forms in which a value may stand in a file: as it is, in hexadecimal digits, in base64 at any offset. */
function formsOf(value: string): string[] {
  const base64 = [0, 1, 2].map((offset) => {
    const text = Buffer.from(`${'.'.repeat(offset)}${value}`).toString('base64');
    // Its first and last digits also depend on what stands around the value.
    return text.slice(offset === 0 ? 0 : 4, -4);
  });
  const hex = Buffer.from(value).toString('hex');
  return [value, hex, hex.toUpperCase(), hex.replaceAll(/../g, '%$&'), ...base64];
}

const needles = every.flatMap((name) => formsOf(canaryOf(name)).map((form) => ({ name, form })));

/** The names of the secrets of which a text holds the value. */
export function leaksIn(text: string): string[] {
  return [...new Set(needles.flatMap(({ name, form }) => (text.includes(form) ? [name] : [])))];
}

/** A file's bytes, also of what it holds compressed. */
function bytesOf(file: string): string {
  const bytes = readFileSync(file);
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes.toString('latin1');
  return gunzipSync(bytes).toString('latin1');
}

/** Files below a folder that hold a secret, changed since `after` (ms): `'report.html holds WEBHOOK_TOKEN'`. */
function leaksBelow(folder: string, after: number): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) >= after)
    .flatMap((file) => leaksIn(bytesOf(file)).map((name) => `${file} holds ${name}`));
}

/** What one command was seen to leave. */
export interface CanaryRun {
  readonly name: string;
  readonly code: number | null;
  /** Where a secret was found; empty where all is well. */
  readonly leaks: readonly string[];
}

/** Where commands write, besides the folder that they are given. */
const places = ['.local/report', '.local/build', '.local/notices'];

async function look(name: string, dir: string, command: () => Promise<Run>): Promise<CanaryRun> {
  const started = Date.now();
  const { code, stdout, stderr } = await command();
  const said = leaksIn(stdout + stderr).map((secret) => `what it printed holds ${secret}`);
  return { name, code, leaks: [...said, ...[dir, ...places].flatMap((place) => leaksBelow(place, started))] };
}

/** A command to run with canaries. */
export interface CanaryCase {
  readonly name: string;
  readonly run: () => Promise<CanaryRun>;
}

const publishing = (
  name: string,
  env: () => Promise<{ env: Env; close?: () => Promise<void> }>,
): CanaryCase => ({
  name,
  run: async () => {
    const dir = await freshFolder(`attack/${name.replaceAll(/\W+/g, '-')}`);
    const arranged = await env();
    try {
      return await look(name, dir, () =>
        // The delivery token comes last: the stand-in knows one only.
        runScript('publish-local', ['--to', `${dir}/site`], { ...secrets, ...arranged.env }),
      );
    } finally {
      await arranged.close?.();
    }
  },
});

const small: Env = { CONTENT_SOURCE: 'files', CONTENT_DIR: smallContent };

/** Publishes that succeed or fail by themselves. */
const ownCases: readonly CanaryCase[] = [
  publishing('files, forms local', () => Promise.resolve({ env: { ...small, FORMS: 'local' } })),
  publishing('files, forms by e-mail', () => Promise.resolve({ env: { ...small, FORMS: 'email' } })),
  publishing('files, Formspree', () =>
    Promise.resolve({ env: { ...small, FORMS: 'formspree', FORMSPREE_FORM_ID: 'abcdwxyz' } }),
  ),
  publishing('a token that Contentful refuses', () =>
    Promise.resolve({ env: { CONTENTFUL_SPACE_ID: 'local', CONTENTFUL_HOST: '127.0.0.1:9' } }),
  ),
  ...addressesWithPasswords.map((env) =>
    publishing(`a password in ${Object.keys(env)[0]}`, () =>
      Promise.resolve({ env: { ...('CONTENTFUL_SPACE_ID' in env ? {} : small), ...env } }),
    ),
  ),
];

/** Commands with canaries: `count` of them, of which those under `faults` are taken in their order. */
export function canaryCases(faults: readonly NamedFault[], count: number): readonly CanaryCase[] {
  const underFaults = faults.map(({ name, arrange }) =>
    publishing(name, async () => {
      const { env, close } = await arrange();
      return { env, ...(close ? { close } : {}) };
    }),
  );
  return [...ownCases, ...underFaults].slice(0, count);
}
