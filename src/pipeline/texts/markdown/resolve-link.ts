/** Resolves and checks the links of texts, in the way of browsers. */
import {
  checkWebAddress,
  claimedHost,
  deceptiveHost,
  hasUserInfo,
  isSameHost,
  type AddressFault,
} from '@/model/addresses/address';
import { describeHost } from '@/model/addresses/host';

/** Schemes that a link may have; the HTML sanitizer uses the same. */
export const linkSchemes = ['http', 'https', 'mailto', 'tel'] as const;

/** A link that may be published, or the reason why not. */
export type ResolvedLink =
  | {
      readonly href: string;
      /** For a page or file of this site: its path in the form of `URL`, without query and fragment. */
      readonly path?: string;
    }
  | { readonly fault: AddressFault };

/** A link as it is written in a text. */
export interface WrittenLink {
  readonly url: string;
  readonly words: string;
}

export type LinkResolver = (link: WrittenLink) => ResolvedLink;

/** A host that doesn't exist, to resolve paths when the site's address is unknown. */
const anySite = 'https://site.invalid';

const nowhere = (reason: string): ResolvedLink => ({
  fault: {
    kind: 'nowhere',
    reason,
    hint: 'Begin it with https://, mailto: or tel:, or for a page of this site with a slash: /en/….',
  },
});

/** Removes the characters that browsers ignore: spaces and controls around an address, tabs and line breaks within. */
function trimmed(url: string): string {
  return url.replace(/^[\p{Cc} ]+|[\p{Cc} ]+$/gu, '').replaceAll(/[\t\n\r]/g, '');
}

/** Encodes the characters that Markdown encodes, so that the published address is the checked one. */
function encoded(href: string): string {
  return href
    .replaceAll(/[^!#$%&-;=?-Z_a-z~]/g, (sign) => encodeURIComponent(sign))
    .replaceAll(/%(?![0-9a-z]{2})/gi, '%25');
}

/** Resolves a path of this site; refuses addresses that look like one but lead to another host. */
function withinSite(url: string): ResolvedLink {
  const found = URL.parse(url, anySite);
  if (!found) return nowhere('leads nowhere');
  if (found.origin !== anySite) {
    return nowhere(
      `leads to another site, ${describeHost(found.hostname)}, though it begins as a path of this one`,
    );
  }
  const { pathname, search, hash } = found;
  // A path that begins with two slashes would be read as a host.
  if (!url.startsWith('/') || pathname.startsWith('//')) return nowhere('leads nowhere');
  return { href: encoded(pathname + search + hash), path: pathname };
}

/** Returns the hosts of a `mailto:` address, in ASCII. */
function mailHosts({ pathname }: URL): string[] {
  return pathname.split(/,|%2C/i).flatMap((recipient) => {
    const domain = recipient.split(/@|%40/i).at(-1) ?? '';
    return URL.parse(`https://${domain}`)?.hostname ?? [];
  });
}

function toMailbox(url: URL): ResolvedLink {
  const fault = mailHosts(url)
    .map(deceptiveHost)
    .find((found) => found !== undefined);
  return fault ? { fault } : { href: encoded(url.href) };
}

/** Refuses a link whose words name another host than its address; `host` is in ASCII. */
function withHonestWords({ words }: WrittenLink, host: string, link: ResolvedLink): ResolvedLink {
  const claimed = claimedHost(words);
  if (claimed === undefined || 'fault' in link || isSameHost(claimed, host)) return link;
  return {
    fault: {
      kind: 'deceptive',
      reason: `leads to ${describeHost(host)}, while its words say ${describeHost(claimed)}`,
      hint: 'Let its text describe what is there, or give both the same address.',
    },
  };
}

/**
 * Creates a resolver of the links of a site's texts. `example.org`, `guide.html` and `#part` are refused, since a
 * text is shown on many pages and has no anchors; so is `//example.org`, which looks like a path. `siteUrl` is the
 * site's own address if it is known: `https://volunteer.example.org`.
 */
export function createLinkResolver(siteUrl?: string): LinkResolver {
  const site = siteUrl === undefined ? undefined : new URL(siteUrl);
  return (link) => {
    const written = trimmed(link.url);
    const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(written)?.[1]?.toLowerCase();
    if (scheme === undefined) {
      const within = withinSite(written);
      return site ? withHonestWords(link, site.hostname, within) : within;
    }
    const url = URL.parse(written);
    switch (scheme) {
      case 'http':
      case 'https': {
        const isOwn = site !== undefined && url?.origin === site.origin && !hasUserInfo(url);
        const resolved = isOwn ? { href: encoded(url.href), path: url.pathname } : webLink(written);
        return withHonestWords(link, url?.hostname ?? '', resolved);
      }
      case 'mailto':
        return url?.pathname
          ? withHonestWords(link, mailHosts(url)[0] ?? '', toMailbox(url))
          : nowhere('leads nowhere');
      case 'tel':
        return url?.pathname ? { href: encoded(url.href) } : nowhere('leads nowhere');
      default:
        return nowhere('leads nowhere');
    }
  };
}

function webLink(written: string): ResolvedLink {
  const checked = checkWebAddress(written);
  return 'fault' in checked ? checked : { href: encoded(checked.href) };
}
