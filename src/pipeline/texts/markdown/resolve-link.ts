/** Resolves and checks the links of texts, in the way of browsers. */
import { checkWebAddress, deceptiveHost, hasUserInfo, type AddressFault } from '@/model/addresses/address';
import { describeHost } from '@/model/addresses/host';
import { plainMailbox, wordsFault } from '@/model/addresses/link-words';

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

/** Decodes a part of an address; one with a wrong encoding stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Fields of an e-mail that a link may fill in. Any other sends it to more people, or is ignored. */
const mailFields = new Set(['subject', 'body']);

function mailLink({ pathname, search, href }: URL, words: string): ResolvedLink {
  const recipients = decoded(pathname)
    .split(/[,;]/)
    .map((one) => one.trim());
  const mailboxes = recipients.filter((one) => one !== '').map(plainMailbox);
  const hosts = mailboxes.flatMap(
    (box) => URL.parse(`https://${box.split('@').at(-1) ?? ''}`)?.hostname ?? [],
  );
  const fields = search
    .slice(1)
    .split('&')
    .map((field) => decoded(field.split('=', 1)[0] ?? '').toLowerCase());
  const other = fields.find((field) => field !== '' && !mailFields.has(field));
  if (other !== undefined) {
    return refused(`sets “${other}” of the e-mail`, 'Keep only subject and body after the question mark.');
  }
  const fault = hosts.map(deceptiveHost).find((found) => found !== undefined);
  return honest(fault ? { fault } : { href: encoded(href) }, wordsFault(words, { hosts, mailboxes }));
}

/** Telephones take other signs for commands: `*21*…#` forwards all calls. */
function telephoneLink({ pathname, search, hash }: URL): ResolvedLink {
  const number = decoded(pathname + search + hash).replaceAll(/[\s().[\]-]/g, '');
  if (/^\+?\d+$/.test(number)) return { href: `tel:${number}` };
  return refused(
    'is no telephone number',
    'Write the number in digits, with a plus before the country’s: tel:+15550100.',
  );
}

const refused = (reason: string, hint: string): ResolvedLink => ({
  fault: { kind: 'deceptive', reason, hint },
});

/** A link, or the fault of its words if it has none itself. */
const honest = (link: ResolvedLink, fault: AddressFault | undefined): ResolvedLink =>
  'fault' in link || !fault ? link : { fault };

/** A link within the site. Its words may mention other hosts, but not be one. */
const ownLink = (link: ResolvedLink, { hostname }: URL, words: string): ResolvedLink =>
  /\s/.test(words.trim()) ? link : honest(link, wordsFault(words, { hosts: [hostname] }));

/**
 * Creates a resolver of the links of a site's texts. `example.org`, `guide.html` and `#part` are refused, since a
 * text is shown on many pages and has no anchors; so is `//example.org`, which looks like a path. `siteUrl` is the
 * site's own address if it is known: `https://volunteer.example.org`.
 */
export function createLinkResolver(siteUrl?: string): LinkResolver {
  const site = siteUrl === undefined ? undefined : new URL(siteUrl);
  return ({ url: raw, words }) => {
    const written = trimmed(raw);
    const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(written)?.[1]?.toLowerCase();
    if (scheme === undefined) {
      const within = withinSite(written);
      return site ? ownLink(within, site, words) : within;
    }
    const url = URL.parse(written);
    switch (scheme) {
      case 'http':
      case 'https':
        if (site !== undefined && url?.origin === site.origin && !hasUserInfo(url))
          return ownLink({ href: encoded(url.href), path: url.pathname }, site, words);
        return honest(webLink(written), wordsFault(words, { hosts: [url?.hostname ?? ''] }));
      case 'mailto':
        return url?.pathname ? mailLink(url, words) : nowhere('leads nowhere');
      case 'tel':
        return url?.pathname ? telephoneLink(url) : nowhere('leads nowhere');
      default:
        return nowhere('leads nowhere');
    }
  };
}

function webLink(written: string): ResolvedLink {
  const checked = checkWebAddress(written);
  return 'fault' in checked ? checked : { href: encoded(checked.href) };
}
