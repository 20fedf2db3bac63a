/** The contact for reports of security problems: https://www.rfc-editor.org/rfc/rfc9116 */
import type { Locale } from '@/i18n/locales';

export const securityTextPath = '/.well-known/security.txt';

/**
 * How many days the file is valid: the standard recommends less than a year, and a site that is no longer built should
 * not promise an answer.
 */
export const validDays = 180;

const dayMs = 86_400_000;

export interface SecurityContact {
  /** An e-mail address. */
  readonly address: string;
  /** The languages of the contact. */
  readonly locales: readonly Locale[];
  /** The instant of the build, ms. */
  readonly now: number;
}

/** Formats the file, for the site at an address. It expires at the end of the day half a year after the build. */
export function formatSecurityText({ address, locales, now }: SecurityContact, site: URL): string {
  const until = new Date(now + validDays * dayMs).toISOString().slice(0, 10);
  return [
    `Contact: mailto:${encodeURI(address)}`,
    `Expires: ${until}T23:59:59Z`,
    `Preferred-Languages: ${locales.join(', ')}`,
    `Canonical: ${new URL(securityTextPath, site).href}`,
    '',
  ].join('\n');
}
