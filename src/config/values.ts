/** Parses the values of variables. Each function gets a value that isn't empty, and calls `refuse` if it is wrong. */
import { z } from 'zod';
import { isLocale, locales, type Locale } from '@/i18n/locales';
import { isLoopback } from '@/model/addresses/loopback';
import { settingWithoutUserInfo } from '@/model/addresses/address';
import { isFormId } from '@/model/fields/form-id';
import { contentTypeNames, type ContentTypeName } from '@/model/types/entry';
import { SecretValue } from './secret-value';

/** Reports what is wrong with a value, and how to fix it if the message doesn't say so already. */
export type Refuse = (message: string, hint?: string) => never;

/** Parses the site's address and removes a slash at the end: `'https://example.org/' -> 'https://example.org'`. */
export function parseSiteUrl(text: string, refuse: Refuse): string {
  const url = URL.parse(text);
  if (url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return url.origin;
  return refuse(
    `SITE_URL is "${settingWithoutUserInfo(text)}". Write the site's address with its scheme and nothing after the host, ` +
      'such as https://volunteer.example.org: every page links from the root of its host.',
  );
}

/** Parses an instant to ms since 1970-01-01T00:00Z: `'2026-11-25T00:00:00Z' -> 1795564800000`. */
export function parseInstant(text: string, refuse: Refuse): number {
  if (z.iso.datetime({ offset: true }).safeParse(text).success) return Date.parse(text);
  return refuse(
    `SITE_NOW is "${text}", which is not an instant. Write it as 2026-11-25T00:00:00Z, or leave it unset for the real time.`,
  );
}

export function parseConfirmedDay(text: string, refuse: Refuse): string {
  if (z.iso.date().safeParse(text).success) return text;
  return refuse(
    `SITE_NOW_CONFIRMED is "${text.slice(0, 40)}", which is not a day. Write the day that the build is to take for today, such as 2026-11-25, or leave it unset.`,
  );
}

const sourceNames = ['files', 'contentful'] as const;

export type SourceName = (typeof sourceNames)[number];

export function parseSourceName(text: string, refuse: Refuse): SourceName {
  return (
    sourceNames.find((name) => name === text) ??
    refuse(
      `CONTENT_SOURCE is “${text.slice(0, 40)}”, which is no source.`,
      `Set it to ${sourceNames.join(' or ')}, or leave it unset.`,
    )
  );
}

/** The number of entries of a type, or of pictures, that may be left out before the build stops. */
export interface LeftOutLimit {
  readonly entries: number;
  /** Share of all of them, 0 to 1. */
  readonly share: number;
}

/** If more is left out, the fault is probably not in single entries. */
export const defaultLimit: LeftOutLimit = { entries: 2, share: 0.02 };

/** Parses a number of entries and a share: `'2,2%' -> { entries: 2, share: 0.02 }`. */
export function parseLeftOutLimit(text: string, refuse: Refuse): LeftOutLimit {
  const match = /^\s*(\d+)\s*,\s*(\d+(?:\.\d+)?)\s*%\s*$/.exec(text);
  const [, entries, percent] = match ?? [];
  if (entries === undefined || percent === undefined || Number(percent) > 100) {
    return refuse(
      `CONTENT_LEFT_OUT_LIMIT is "${text}". Write it as entries and per cent, for example 2,2% (the default).`,
    );
  }
  return { entries: Number(entries), share: Number(percent) / 100 };
}

/** Pages of the previous site that no entry has. */
const addresses = 'addresses';

/** A content type, a language or the addresses that may disappear, because the operator says so. */
export type AllowedLoss = ContentTypeName | Locale | typeof addresses;

/** Every page needs the settings: there is no site without them. */
const losableTypes = contentTypeNames.filter((name) => name !== 'settings');

/** Parses content types, languages or `addresses`, separated by commas: `'campaign, es' -> ['campaign', 'es']`. */
export function parseAllowedLosses(text: string, refuse: Refuse): readonly AllowedLoss[] {
  return text.split(',').flatMap((part): AllowedLoss[] => {
    const word = part.trim();
    if (word === '') return [];
    const type = losableTypes.find((name) => name === word);
    if (type !== undefined) return [type];
    if (isLocale(word) || word === addresses) return [word];
    return refuse(
      `CONTENT_MAY_LACK names “${word.slice(0, 40)}”, which a site can’t be told to do without. ` +
        `Write one or more of ${[...losableTypes, ...locales, addresses].join(', ')}, separated by commas, or leave it unset.`,
    );
  });
}

/** Files that the program makes, and that may be the operator's own instead: nothing else depends on what is in them. */
export const replaceableFiles = [
  'robots.txt',
  '.well-known/security.txt',
  'icon.svg',
  'icon-180.png',
  'icon-192.png',
  'icon-512.png',
] as const;

export type ReplaceableFile = (typeof replaceableFiles)[number];

/** Parses files that may be replaced, separated by commas: `'robots.txt, icon.svg' -> ['robots.txt', 'icon.svg']`. */
export function parseReplaceableFiles(text: string, refuse: Refuse): readonly ReplaceableFile[] {
  return text.split(',').flatMap((part): ReplaceableFile[] => {
    const name = part.trim();
    if (name === '') return [];
    return [
      replaceableFiles.find((file) => file === name) ??
        refuse(
          `PUBLIC_MAY_REPLACE names “${name.slice(0, 80)}”, which can’t be replaced. ` +
            `Write one or more of ${replaceableFiles.join(', ')}, separated by commas, or leave it unset.`,
        ),
    ];
  });
}

const idPattern = /^[A-Za-z0-9._-]{1,64}$/;

/** Creates a parser for an id of Contentful, which becomes a part of addresses. */
export const createIdParser =
  (name: string) =>
  (text: string, refuse: Refuse): string =>
    idPattern.test(text)
      ? text
      : refuse(
          `${name} is “${text.slice(0, 80)}”, which can’t be an id of Contentful’s.`,
          'Ids have 1 to 64 letters, digits, dots, hyphens or underscores; copy it from Contentful’s settings.',
        );

const hostPattern = /^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d{1,5})?$/;

export function parseContentfulHost(value: string, refuse: Refuse): string {
  if (hostPattern.test(value)) return value;
  const text = settingWithoutUserInfo(value);
  return refuse(
    /^http:/i.test(value)
      ? `CONTENTFUL_HOST is “${text}”: plain HTTP to Contentful is refused.`
      : `CONTENTFUL_HOST is “${text}”, which is not host or host:port.`,
    'Write it without a scheme, as eu.contentful.com or 127.0.0.1:4600. HTTPS is used everywhere but on loopback.',
  );
}

/** Parses seconds from 1 to 600 to ms. */
export function parseContentfulTimeout(text: string, refuse: Refuse): number {
  if (/^[1-9]\d{0,2}$/.test(text) && Number(text) <= 600) return Number(text) * 1000;
  return refuse(
    `CONTENTFUL_TIMEOUT is “${text.slice(0, 40)}”.`,
    'Give the seconds to wait for one answer, from 1 to 600, or leave it unset for 30.',
  );
}

/** Parses the address of a webhook. Plain HTTP is accepted on this machine only. */
export function parseWebhookUrl(text: string, refuse: Refuse): string {
  const url = URL.parse(text);
  if (url && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.host))))
    return url.href;
  return refuse(
    `WEBHOOK_URL is “${settingWithoutUserInfo(text)}”, to which no webhook can be sent.`,
    'Write an https address, such as https://api.github.com/repos/OWNER/REPOSITORY/dispatches; plain http only on this machine.',
  );
}

/**
 * Parses the address of a monitoring service. Plain HTTP is accepted on this machine only. The address is a secret, so no
 * message shows it.
 */
export function parseMonitorUrl(text: string, refuse: Refuse): SecretValue {
  const url = URL.parse(text);
  const isSecure = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.host));
  if (url && isSecure && url.username === '' && url.password === '' && url.search === '' && url.hash === '')
    return new SecretValue(url.href);
  return refuse(
    'MONITOR_URL is no address that can be called.',
    'Copy the https address that your monitoring service gives, without /start or /fail, a question mark, a name or a password; plain http only on this machine.',
  );
}

/** The values of `FORMS`. */
const formsModes = ['local', 'formspree', 'email'] as const;

export type FormsMode = (typeof formsModes)[number];

export function parseFormsMode(text: string, refuse: Refuse): FormsMode {
  return (
    formsModes.find((mode) => mode === text) ??
    refuse(`FORMS is "${text}". Set it to ${formsModes.join(', ')}, or leave it unset.`)
  );
}

export const formServiceUrl = 'https://formspree.io';
export const localInboxUrl = 'http://127.0.0.1:4322';

/** True for an address of this machine. */
export const isOnThisMachine = ({ hostname }: URL) => isLoopback(hostname) || hostname === '[::1]';

/** Parses the address to which forms are sent, and removes slashes at the end. */
export function parseFormsEndpoint(text: string, refuse: Refuse): string {
  const url = URL.parse(text);
  const isSecure = url?.protocol === 'https:' || (url?.protocol === 'http:' && isOnThisMachine(url));
  if (text.includes('@')) {
    return refuse(
      `FORMSPREE_ENDPOINT has a name or a password before an @, which isn’t shown here: every page would publish it. Write the address without them, such as ${formServiceUrl}, and change the password.`,
    );
  }
  if (!url || !isSecure || url.search || url.hash) {
    return refuse(
      `FORMSPREE_ENDPOINT is "${text}". Write an https address without a question mark, such as ${formServiceUrl}; plain http only on this machine, such as ${localInboxUrl}.`,
    );
  }
  return url.href.replace(/\/+$/, '');
}

/** Parses `FORMSPREE_FORM_ID`. Form ids of entries are checked with the content. */
export function parseFormId(text: string, refuse: Refuse): string {
  if (isFormId(text)) return text;
  return refuse(
    `FORMSPREE_FORM_ID is "${text}", which isn’t a form id. Give only the last part of the form's address: for https://formspree.io/f/abcdwxyz that is abcdwxyz.`,
  );
}
