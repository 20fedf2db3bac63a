/** Redirects from addresses that entries had in the previous site to their present ones. */
import { isLocale, localeTable, type Locale } from '@/i18n/locales';
import { translator } from '@/i18n/translate';
import { html, Html } from '@/model/html';
import type { BuiltFiles } from '../build/site-files';
import type { EntryAddresses } from '../verify/entry-addresses';

/** A redirect from an entry's former address. */
export interface AddressRedirect {
  readonly locale: Locale;
  readonly from: string;
  readonly to: string;
  /** `opportunity/relire-carnets` */
  readonly entry: string;
}

/** The language of an address: `/fr/missions/a/ -> fr`. */
const addressLocale = (address: string) => {
  const [, folder = ''] = address.split('/');
  return isLocale(folder) ? folder : undefined;
};

/**
 * Returns redirects from former addresses of entries to present ones in the same language, unless another page is
 * there now (`files`, `/en/index.html`).
 */
export function findAddressRedirects(
  before: EntryAddresses,
  now: EntryAddresses,
  files: Pick<ReadonlySet<string>, 'has'>,
): AddressRedirect[] {
  return Object.entries(before).flatMap(([entry, addresses]) =>
    addresses.flatMap((from): AddressRedirect[] => {
      const locale = addressLocale(from);
      const to = now[entry]?.find((address) => addressLocale(address) === locale);
      return locale === undefined || to === undefined || files.has(`${from}index.html`)
        ? []
        : [{ locale, from, to, entry }];
    }),
  );
}

/**
 * Formats the redirects for editors, who should record them: the next build knows them only from the note of this
 * one.
 */
export function formatRedirectNotices(redirects: readonly AddressRedirect[]): string[] {
  return redirects.map(({ entry, locale, from, to }) => {
    const slug = from.split('/').at(-2) ?? '';
    return `  ${entry} was at ${from} and is at ${to} now; the former address leads on — Write “${slug}” into its former addresses (${localeTable[locale].name}), so that it stays so.`;
  });
}

/** Adds the redirected former addresses to the present addresses of each entry. */
export function addFormerAddresses(
  now: EntryAddresses,
  redirects: readonly AddressRedirect[],
): EntryAddresses {
  const byEntry = Map.groupBy(redirects, ({ entry }) => entry);
  return Object.fromEntries(
    Object.entries(now).map(([entry, addresses]) => [
      entry,
      [...addresses, ...(byEntry.get(entry) ?? []).map(({ from }) => from)],
    ]),
  );
}

/** The title, and what chats and networks show of a link. */
const previewTag = /<title>[^<]*<\/title>|<meta (?:name="(?:description|twitter:card)"|property="og:)[^>]*>/g;

/**
 * Like the pages of `src/pages/[...from].astro`, which are rendered before these addresses are known. The
 * preview tags are those of the page that it leads to, which is `target`.
 */
function renderRedirectPage({ locale, to }: AddressRedirect, siteUrl: string, target: string): string {
  const t = translator(locale);
  const title = t('redirect.title');
  return html`<!doctype html>
<html lang="${locale}" dir="${localeTable[locale].direction}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'">
<meta name="viewport" content="width=device-width">
${new Html(target.match(previewTag)?.join('\n') ?? '')}
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url=${to}">
<link rel="canonical" href="${siteUrl}${to}">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<main><h1>${title}</h1><p>${t('redirect.text')} <a href="${to}">${to}</a></p></main>
</html>
`.text;
}

/** Writes a redirect page at each former address. */
export function writeRedirectPages(
  files: Pick<BuiltFiles, 'read' | 'write'>,
  redirects: readonly AddressRedirect[],
  siteUrl: string,
): void {
  for (const one of redirects)
    files.write(`${one.from}index.html`, renderRedirectPage(one, siteUrl, files.read(`${one.to}index.html`)));
}
