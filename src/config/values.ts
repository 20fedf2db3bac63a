/** The values that variables can have, and the schemas of those that several variables share. */
import { z } from 'zod';
import { locales, type Locale } from '@/i18n/locales';
import { isLoopback } from '@/model/addresses/loopback';
import { contentTypeNames, type ContentTypeName } from '@/model/types/entry';

/** The values of `CONTENT_SOURCE`. */
export const sourceNames = ['files', 'contentful'] as const;

/** The values of `FORMS`. */
export const formsModes = ['local', 'formspree', 'email'] as const;

export type FormsMode = (typeof formsModes)[number];

export const formServiceUrl = 'https://formspree.io';
export const localInboxUrl = 'http://127.0.0.1:4322';

/** The number of entries of a type, or of pictures, that may be left out before the build stops. */
export interface LeftOutLimit {
  readonly entries: number;
  /** Share of all of them, 0 to 1. */
  readonly share: number;
}

/** If more is left out, the fault is probably not in single entries. */
export const defaultLimit: LeftOutLimit = { entries: 2, share: 0.02 };

/** A number of entries and a share: `'2,2%' -> { entries: 2, share: 0.02 }`. */
export const leftOutLimit = z
  .string()
  .regex(/^\d+\s*,\s*(?:100|\d{1,2}(?:\.\d+)?)\s*%$/)
  .transform((text): LeftOutLimit => {
    const [entries = '', percent = ''] = text.split(',');
    return { entries: Number.parseInt(entries, 10), share: Number.parseFloat(percent) / 100 };
  });

/**
 * A content type, a language or the pages of the previous site that no entry has (`addresses`): they may disappear, because
 * the operator says so.
 */
export type AllowedLoss = ContentTypeName | Locale | 'addresses';

/** Every page needs the settings: there is no site without them. */
export const allowedLosses: readonly AllowedLoss[] = [
  ...contentTypeNames.filter((name) => name !== 'settings'),
  ...locales,
  'addresses',
];

/** Files that the program makes, and that may be the operator's own instead: nothing else depends on what is in them. */
export const replaceableFiles = [
  'robots.txt',
  '.well-known/security.txt',
  'icon.svg',
  'icon-180.png',
  'icon-192.png',
  'icon-512.png',
] as const;

/** Some of the words, separated by commas: `'campaign, es,' -> ['campaign', 'es']`. */
export const listOf = <Word extends string>(words: readonly Word[]) =>
  z
    .string()
    .transform((text) => text.split(',').flatMap((part) => part.trim() || []))
    .pipe(z.array(z.enum(words)));

/** An address that is right. */
export const address = (isRight: (url: URL) => boolean) =>
  z.string().transform((text, context): URL => {
    const url = URL.parse(text);
    if (url && isRight(url)) return url;
    context.addIssue('It is no such address.');
    return z.NEVER;
  });

/** True for an address of this machine. */
export const isOnThisMachine = ({ hostname }: URL) => isLoopback(hostname) || hostname === '[::1]';

/** Plain HTTP stays on this machine. */
/** True for an address without a name, a password, a query or a fragment. */
export const isBare = ({ href, username, password }: URL) =>
  username === '' && password === '' && !/[?#]/.test(href);

export const isSecure = (url: URL) =>
  url.protocol === 'https:' || (url.protocol === 'http:' && isOnThisMachine(url));

/** An id of Contentful, which becomes a part of addresses. */
export const contentfulId = z.string().regex(/^[A-Za-z0-9._-]{1,64}$/);

export const hostAndPort = z.string().regex(/^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d{1,5})?$/);
