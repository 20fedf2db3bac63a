/** Runs commands with a recognisable value in every secret, and looks for these values in all that the commands leave behind. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { environmentVariables } from '@/config/variables';
import { freshFolder } from '../build/folders';
import { runScript, type Env } from '../build/run-build';
import { smallContent } from '../build/small-content';
import { refusedFaults } from '../faults/refused';
import type { AttackResult } from './attack-result';

/** Variables whose value is a secret. */
const secretNames = environmentVariables.flatMap(({ name, secret }) => (secret === 'value' ? [name] : []));

/** Variables in which a password may stand within an address. */
const addressNames = ['FORMSPREE_ENDPOINT', 'SITE_URL', 'CONTENTFUL_HOST', 'HTTPS_PROXY'];

/** The value of a secret, which stands nowhere else. */
export function canaryOf(name: string): string {
  return `Cnry${createHash('sha256').update(name).digest('hex').slice(0, 36)}`;
}

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

const needles = [...secretNames, ...addressNames].flatMap((name) =>
  formsOf(canaryOf(name)).map((form) => ({ name, form })),
);

/** The names of the secrets of which a text holds the value. */
export function leaksIn(text: string): string[] {
  return [...new Set(needles.flatMap(({ name, form }) => (text.includes(form) ? [name] : [])))];
}

/** A file's bytes, also of what it holds compressed. */
function bytesOf(file: string): string {
  const bytes = readFileSync(file);
  const isCompressed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (isCompressed ? gunzipSync(bytes) : bytes).toString('latin1');
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

/** Where commands write, besides the folder that they are given. */
const places = ['.local/report', '.local/build'];

/** A monitor that can't be called, so that each command that publishes tries to. */
const secrets: Env = {
  ...Object.fromEntries(secretNames.map((name) => [name, canaryOf(name)])),
  MONITOR_URL: `http://127.0.0.1:2/${canaryOf('MONITOR_URL')}`,
};

const files: Env = { CONTENT_SOURCE: 'files', CONTENT_DIR: smallContent };
const space: Env = { CONTENTFUL_SPACE_ID: 'local', CONTENTFUL_HOST: '127.0.0.1:9' };
const withPassword = (name: string, host: string) => ({ [name]: `https://editor:${canaryOf(name)}@${host}` });

/** Publishes that succeed or fail by themselves. */
const publishes: readonly (readonly [name: string, env: Env])[] = [
  ['Formspree', { ...files, FORMS: 'formspree', FORMSPREE_FORM_ID: 'abcdwxyz' }],
  ['a token that Contentful refuses', space],
  [
    'a password in the form service',
    { ...files, ...withPassword('FORMSPREE_ENDPOINT', 'forms.example'), FORMSPREE_FORM_ID: 'abcdwxyz' },
  ],
  ['a password in the site', { ...files, ...withPassword('SITE_URL', 'site.example') }],
  [
    'a password in the host of Contentful',
    { ...space, CONTENTFUL_HOST: `editor:${canaryOf('CONTENTFUL_HOST')}@127.0.0.1:9` },
  ],
  ['a password in a proxy', { ...space, ...withPassword('HTTPS_PROXY', '127.0.0.1:9') }],
];

const cases = [
  ...publishes.map(([name, env]) => ({ name, arrange: () => Promise.resolve({ env, close: undefined }) })),
  ...refusedFaults,
];

/** Runs so many commands, first those that are about passwords, and looks for canaries after each. */
export async function attackSecrets(count: number): Promise<AttackResult> {
  const wrong: string[] = [];
  const chosen = cases.slice(0, count);
  for (const { name, arrange } of chosen) {
    const dir = await freshFolder(`attack/${name.replaceAll(/\W+/g, '-')}`);
    const { env, close } = await arrange();
    const started = Date.now();
    // The delivery token of the variables comes last: the stand-in knows one only.
    const run = await runScript('publish-local', ['--to', `${dir}/site`], { ...secrets, ...env });
    await close?.();
    const leaks = [
      ...leaksIn(run.stdout + run.stderr).map((secret) => `what it printed holds ${secret}`),
      ...[dir, ...places].flatMap((place) => leaksBelow(place, started)),
    ];
    wrong.push(...leaks.map((leak) => `${name}: ${leak}`));
  }
  return { counts: { 'commands with a canary in every secret': chosen.length }, wrong };
}
