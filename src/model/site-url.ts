import { settingWithoutUserInfo } from './addresses/address';
import { OperatorError } from './operator-error';

/** `SITE_URL` is no address at which a site can be. */
export class SiteUrlError extends OperatorError {
  override readonly name = 'SiteUrlError';
}

const onThisMachine = 'http://localhost:4321';

/**
 * The absolute address of the site without a slash at the end: `'https://example.org/' -> 'https://example.org'`.
 * Unset or empty it is this machine's. Throws a `SiteUrlError`.
 */
export function readSiteUrl(value: string | undefined): string {
  const said = value?.trim() ?? '';
  if (said === '') return onThisMachine;
  const url = URL.parse(said);
  if (url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return url.origin;
  throw new SiteUrlError(
    `SITE_URL is "${settingWithoutUserInfo(said)}". Write the site's address with its scheme and nothing after the host, ` +
      'such as https://volunteer.example.org: every page links from the root of its host.',
  );
}
