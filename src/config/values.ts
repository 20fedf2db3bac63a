/** How the values of variables are read. Each function gets a value that is not empty, and calls `refuse` for a wrong one. */
import { isLocale, locales, type Locale } from '@/i18n/locales';
import { isLoopback } from '@/model/addresses/loopback';
import { settingWithoutUserInfo } from '@/model/addresses/address';
import { isFormId } from '@/model/fields/form-id';
import { utcDay } from '@/model/time/clock';
import { contentTypeNames, type ContentTypeName } from '@/model/types/entry';

/** Says what is wrong with a value, and how to fix it where the message doesn't say so already. */
export type Refuse = (message: string, hint?: string) => never;

/** The absolute address of the site without a slash at the end: `'https://example.org/' -> 'https://example.org'`. */
export function siteUrl(said: string, refuse: Refuse): string {
  const url = URL.parse(said);
  if (url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return url.origin;
  return refuse(
    `SITE_URL is "${settingWithoutUserInfo(said)}". Write the site's address with its scheme and nothing after the host, ` +
      'such as https://volunteer.example.org: every page links from the root of its host.',
  );
}

/** False for a day such as 30 February, which `Date.parse` reads as 2 March. */
function isDay(day: string): boolean {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight) && utcDay(midnight) === day;
}

/** An instant in ms since 1970-01-01T00:00Z: `'2026-11-25T00:00:00Z' -> 1795564800000`. */
export function instant(said: string, refuse: Refuse): number {
  const day = /^(\d{4}-\d{2}-\d{2})T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/.exec(said)?.[1];
  const found = day !== undefined && isDay(day) ? Date.parse(said) : NaN;
  if (!Number.isNaN(found)) return found;
  return refuse(
    `SITE_NOW is "${said}", which is not an instant. Write it as 2026-11-25T00:00:00Z, or leave it unset for the real time.`,
  );
}

export function confirmedDay(said: string, refuse: Refuse): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(said) && !Number.isNaN(Date.parse(said))) return said;
  return refuse(
    `SITE_NOW_CONFIRMED is "${said.slice(0, 40)}", which is not a day. Write the day that the build is to take for today, such as 2026-11-25, or leave it unset.`,
  );
}

const sourceNames = ['files', 'contentful'] as const;

/** Where content is read. */
export type SourceName = (typeof sourceNames)[number];

export function sourceName(said: string, refuse: Refuse): SourceName {
  return (
    sourceNames.find((name) => name === said) ??
    refuse(
      `CONTENT_SOURCE is “${said.slice(0, 40)}”, which is no source.`,
      'Set it to files or contentful, or leave it unset.',
    )
  );
}

/** How many entries of a type, or pictures, may be left out before the build stops. */
export interface LeftOutLimit {
  readonly entries: number;
  /** Share of all of them, 0 to 1. */
  readonly share: number;
}

/** Past two entries or two per cent of a type, something is wrong with more than an entry. */
export const defaultLimit: LeftOutLimit = { entries: 2, share: 0.02 };

/** A number of entries and a share: `'2,2%' -> { entries: 2, share: 0.02 }`. */
export function leftOutLimit(said: string, refuse: Refuse): LeftOutLimit {
  const match = /^\s*(\d+)\s*,\s*(\d+(?:\.\d+)?)\s*%\s*$/.exec(said);
  const [, entries, percent] = match ?? [];
  if (entries === undefined || percent === undefined || Number(percent) > 100) {
    return refuse(
      `CONTENT_LEFT_OUT_LIMIT is "${said}". Write it as entries and per cent, for example 2,2% (the default).`,
    );
  }
  return { entries: Number(entries), share: Number(percent) / 100 };
}

/** Pages of the previous site that no entry has. */
const addresses = 'addresses';

/** A content type, a language or the addresses that the operator says the site may do without. */
export type AllowedLoss = ContentTypeName | Locale | typeof addresses;

/** Every page needs the settings: there is no site without them. */
const types = contentTypeNames.filter((name) => name !== 'settings');

/** Content types, languages or `addresses`, separated by commas: `'campaign, es' -> ['campaign', 'es']`. */
export function allowedLosses(said: string, refuse: Refuse): readonly AllowedLoss[] {
  return said.split(',').flatMap((part): AllowedLoss[] => {
    const word = part.trim();
    if (word === '') return [];
    const type = types.find((name) => name === word);
    if (type !== undefined) return [type];
    if (isLocale(word) || word === addresses) return [word];
    return refuse(
      `CONTENT_MAY_LACK names “${word.slice(0, 40)}”, which a site can’t be told to do without. ` +
        `Write one or more of ${[...types, ...locales, addresses].join(', ')}, separated by commas, or leave it unset.`,
    );
  });
}

const idPattern = /^[A-Za-z0-9._-]{1,64}$/;

/** Reads an id of Contentful's, which becomes a part of addresses. */
export const contentfulId =
  (name: string) =>
  (said: string, refuse: Refuse): string =>
    idPattern.test(said)
      ? said
      : refuse(
          `${name} is “${said.slice(0, 80)}”, which can’t be an id of Contentful’s.`,
          'Ids have 1 to 64 letters, digits, dots, hyphens or underscores; copy it from Contentful’s settings.',
        );

const hostPattern = /^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d{1,5})?$/;

export function contentfulHost(value: string, refuse: Refuse): string {
  if (hostPattern.test(value)) return value;
  const said = settingWithoutUserInfo(value);
  return refuse(
    /^http:/i.test(value)
      ? `CONTENTFUL_HOST is “${said}”: plain HTTP to Contentful is refused.`
      : `CONTENTFUL_HOST is “${said}”, which is not host or host:port.`,
    'Write it without a scheme, as cdn.contentful.com or 127.0.0.1:4600. HTTPS is used everywhere but on loopback.',
  );
}

/** Seconds from 1 to 600, as ms. */
export function contentfulTimeout(said: string, refuse: Refuse): number {
  if (/^[1-9]\d{0,2}$/.test(said) && Number(said) <= 600) return Number(said) * 1000;
  return refuse(
    `CONTENTFUL_TIMEOUT is “${said.slice(0, 40)}”.`,
    'Give the seconds to wait for one answer, from 1 to 600, or leave it unset for 30.',
  );
}

/** Where a webhook is sent: plain HTTP on this machine only. */
export function webhookUrl(said: string, refuse: Refuse): string {
  const url = URL.parse(said);
  if (url && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.host))))
    return url.href;
  return refuse(
    `WEBHOOK_URL is “${settingWithoutUserInfo(said)}”, to which no webhook can be sent.`,
    'Write an https address, such as https://api.github.com/repos/OWNER/REPOSITORY/dispatches; plain http only on this machine.',
  );
}

/** What `FORMS` can say. */
const formsModes = ['local', 'formspree', 'email'] as const;

export type FormsMode = (typeof formsModes)[number];

export function formsMode(said: string, refuse: Refuse): FormsMode {
  return (
    formsModes.find((mode) => mode === said) ??
    refuse(`FORMS is "${said}". Set it to ${formsModes.join(', ')}, or leave it unset.`)
  );
}

export const formspree = 'https://formspree.io';
export const localInbox = 'http://127.0.0.1:4322';

/** True for an address of this machine. */
export const isOnThisMachine = ({ hostname }: URL) => isLoopback(hostname) || hostname === '[::1]';

/** Where forms are sent, without a slash at the end. */
export function formsEndpoint(said: string, refuse: Refuse): string {
  const url = URL.parse(said);
  const isSecure = url?.protocol === 'https:' || (url?.protocol === 'http:' && isOnThisMachine(url));
  if (said.includes('@')) {
    return refuse(
      `FORMSPREE_ENDPOINT has a name or a password before an @, which isn’t shown here: every page would publish it. Write the address without them, such as ${formspree}, and change the password.`,
    );
  }
  if (!url || !isSecure || url.search || url.hash) {
    return refuse(
      `FORMSPREE_ENDPOINT is "${said}". Write an https address without a question mark, such as ${formspree}; plain http only on this machine, such as ${localInbox}.`,
    );
  }
  return url.href.replace(/\/+$/, '');
}

/** `FORMSPREE_FORM_ID`; those of entries are checked where content is read. */
export function formId(said: string, refuse: Refuse): string {
  if (isFormId(said)) return said;
  return refuse(
    `FORMSPREE_FORM_ID is "${said}", which is no form id. Give only the last part of the form's address: for https://formspree.io/f/abcdwxyz that is abcdwxyz.`,
  );
}
