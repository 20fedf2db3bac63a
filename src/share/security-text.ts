/** The contact for reports of security problems: https://www.rfc-editor.org/rfc/rfc9116 */
import type { securityView } from '@/views/program-files';

type SecurityView = NonNullable<ReturnType<typeof securityView>>;

export const securityTextPath = '/.well-known/security.txt';

/** Formats the file. It expires at the end of a day. */
export function formatSecurityText({ address, locales, expires, siteUrl }: SecurityView): string {
  return [
    `Contact: mailto:${encodeURI(address)}`,
    `Expires: ${expires}T23:59:59Z`,
    `Preferred-Languages: ${locales.join(', ')}`,
    `Canonical: ${new URL(securityTextPath, siteUrl).href}`,
    '',
  ].join('\n');
}
