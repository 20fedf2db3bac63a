/** Addresses that entries had in the previous site and don’t have any more: they lead on, so that none is lost. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isLocale, localeTable, type Locale } from '@/i18n/locales';
import { translator } from '@/i18n/translate';
import { html } from '@/model/html';
import type { EntryAddresses } from '../verify/addresses';

/** An address that leads to where its entry is now. */
export interface MovedAddresses {
  readonly locale: Locale;
  readonly from: string;
  readonly to: string;
  /** `opportunity/relire-carnets` */
  readonly entry: string;
}

/** The language that an address is in: `/fr/missions/a/ -> fr`. */
const localeOf = (address: string) => {
  const [, folder = ''] = address.split('/');
  return isLocale(folder) ? folder : undefined;
};

/**
 * Former addresses of entries that are still shown, where nothing else is now (`files`, `/en/index.html`), and their
 * present ones in the same language.
 */
export function movedAddresses(
  before: EntryAddresses,
  now: EntryAddresses,
  files: ReadonlySet<string>,
): MovedAddresses[] {
  return Object.entries(before).flatMap(([entry, addresses]) =>
    addresses.flatMap((from): MovedAddresses[] => {
      const locale = localeOf(from);
      const to = now[entry]?.find((address) => localeOf(address) === locale);
      return locale === undefined || to === undefined || files.has(`${from}index.html`)
        ? []
        : [{ locale, from, to, entry }];
    }),
  );
}

/** What is to be said of them to editors: the next site knows of them only as long as the note of this one is kept. */
export function movedLines(moved: readonly MovedAddresses[]): string[] {
  return moved.map(({ entry, locale, from, to }) => {
    const slug = from.split('/').at(-2) ?? '';
    return `  ${entry} was at ${from} and is at ${to} now; the former address leads on — Write “${slug}” into its former addresses (${localeTable[locale].name}), so that it stays so.`;
  });
}

/** Addresses to be remembered: an entry’s present ones, and former ones that lead on. */
export function withMoved(now: EntryAddresses, moved: readonly MovedAddresses[]): EntryAddresses {
  const kept = Map.groupBy(moved, ({ entry }) => entry);
  return Object.fromEntries(
    Object.entries(now).map(([entry, addresses]) => [
      entry,
      [...addresses, ...(kept.get(entry) ?? []).map(({ from }) => from)],
    ]),
  );
}

/**
 * Of pages that were there (`standing`) those that may not be lost: an address that leads on goes with its entry, which an
 * editor may delete. `entries` are the addresses remembered at the same time.
 */
export function withoutMoved(standing: readonly string[], entries: EntryAddresses): string[] {
  const ofEntries = new Set(Object.values(entries).flat());
  return standing.filter((page) => !ofEntries.has(page));
}

/** Like the pages of `src/layouts/service/RedirectPage.astro`, which are made before anybody knows of these addresses. */
function page({ locale, to }: MovedAddresses, siteUrl: string): string {
  const t = translator(locale);
  const title = t('redirect.title');
  return html`<!doctype html>
<html lang="${locale}" dir="${localeTable[locale].direction}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url=${to}">
<link rel="canonical" href="${siteUrl}${to}">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<main><h1>${title}</h1><p>${t('redirect.text')} <a href="${to}">${to}</a></p></main>
</html>
`.text;
}

/** Writes a page at each former address. */
export async function writeMoved(
  moved: readonly MovedAddresses[],
  staging: string,
  siteUrl: string,
): Promise<void> {
  for (const one of moved) {
    const folder = path.join(staging, one.from);
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'index.html'), page(one, siteUrl));
  }
}
