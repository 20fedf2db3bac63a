/** How to report a weakness of the site: https://www.rfc-editor.org/rfc/rfc9116 */
import type { Locale } from '@/i18n/locales';

export const securityTextPath = '/.well-known/security.txt';

/** The standard wants less than a year; a site that is no longer built soon stops promising that somebody reads. */
export const validDays = 180;

const dayMs = 86_400_000;

export interface SecurityContact {
  /** An e-mail address. */
  readonly address: string;
  /** Languages in which one can write. */
  readonly locales: readonly Locale[];
  /** The instant of the build, ms. */
  readonly now: number;
}

/** The file, for the site at an address. It holds until the end of the day that is half a year after the build. */
export function securityText({ address, locales, now }: SecurityContact, site: URL): string {
  const until = new Date(now + validDays * dayMs).toISOString().slice(0, 10);
  return [
    `Contact: mailto:${encodeURI(address)}`,
    `Expires: ${until}T23:59:59Z`,
    `Preferred-Languages: ${locales.join(', ')}`,
    `Canonical: ${new URL(securityTextPath, site).href}`,
    '',
  ].join('\n');
}
