/** Redirects from addresses that entries had in the previous site to their present ones, and the pages of all redirects. */
import { createHash } from 'node:crypto';
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
 * there now (`pages`, `/en/`).
 */
export function findAddressRedirects(
  before: EntryAddresses,
  now: EntryAddresses,
  pages: Pick<ReadonlySet<string>, 'has'>,
): AddressRedirect[] {
  return Object.entries(before).flatMap(([entry, addresses]) =>
    addresses.flatMap((from): AddressRedirect[] => {
      const locale = addressLocale(from);
      const to = now[entry]?.find((address) => addressLocale(address) === locale);
      return locale === undefined || to === undefined || pages.has(from) ? [] : [{ locale, from, to, entry }];
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

/** Takes what follows the address along, which the redirect of the page itself would leave behind. */
const script =
  "const{search,hash}=location;if(search+hash)location.replace(document.querySelector('main a').href+search+hash)";

const policy = `default-src 'none'; img-src 'self'; script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`;

type PageRedirect = Pick<AddressRedirect, 'locale' | 'from' | 'to'>;

/** Renders the page that leads on, on any static host. Its preview tags are those of the page that it leads to, `target`. */
function renderRedirectPage({ locale, to }: PageRedirect, siteUrl: string, target: string): string {
  const t = translator(locale);
  return html`<!doctype html>
<html lang="${locale}" dir="${localeTable[locale].direction}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Html(policy)}">
<meta name="viewport" content="width=device-width">
${new Html(target.match(previewTag)?.join('\n') ?? '')}
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url=${to}">
<link rel="canonical" href="${siteUrl}${to}">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<main><h1>${t('redirect.title')}</h1><p>${t('redirect.text')} <a href="${to}">${to}</a></p></main>
<script>${new Html(script)}</script>
</html>
`.text;
}

/** Writes a redirect page at each former or short address. */
export function writeRedirectPages(
  files: Pick<BuiltFiles, 'read' | 'write'>,
  redirects: readonly PageRedirect[],
  siteUrl: string,
): void {
  for (const one of redirects)
    files.write(`${one.from}index.html`, renderRedirectPage(one, siteUrl, files.read(`${one.to}index.html`)));
}
