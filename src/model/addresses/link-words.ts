/** The hosts and e-mail addresses that the words of a link name, compared with where it leads. */
import topLevelDomains from 'tlds' with { type: 'json' };
import type { AddressFault } from './address';
import { describeHost, looksLatin } from './host';

/** `example` is in no address that works, but in many texts about addresses (RFC 2606). */
const topLevels: ReadonlySet<string> = new Set([...topLevelDomains, 'example']);

/** Files that end like a top-level domain. */
const fileName = /^[^.]+\.(?:md|mov|py|sh|zip)$/i;

/** Degrees and other abbreviations that end like one: `B.Com`, `M.Sc`, `v.gr`. */
const abbreviation = /^\p{L}\.(?:\p{L}{2}|\p{Lu}\p{Ll}+)$/u;

const letter = String.raw`\p{L}\p{M}\p{N}_\-`;
const name = String.raw`(?:[${letter}]+\.)+[${letter}]{2,}`;

/** An address with a scheme or `www.`, an e-mail address, or a host, each with what follows it up to a space. */
const named = new RegExp(
  String.raw`(?<![${letter}.])\.*(?:(?:https?:[/\\]*|(?=www\.))(?<authority>[${letter}.@:%]+)` +
    String.raw`|(?<local>[${letter}.!#$%&'*+=?^{|}~]{1,64})@(?<domain>${name})|(?<host>${name}))(?<rest>:\d[^\s]*|[/?#][^\s]*)?`,
  'giu',
);

/** A host in ASCII; undefined if it can't be one. */
function asciiHost(host: string): string | undefined {
  const found = URL.parse(`https://${host}`)?.hostname.replace(/\.+$/, '');
  return found?.includes('.') === true ? found : undefined;
}

/** True for a name with dots that readers take for a host: `paypal.com`, but neither `Node.js` nor `e.g.` */
function readsAsHost(host: string, hasPath: boolean): boolean {
  if (looksLatin(host)) return true;
  if (!hasPath && (fileName.test(host) || abbreviation.test(host))) return false;
  return topLevels.has(host.slice(host.lastIndexOf('.') + 1).toLowerCase());
}

/** The hosts and mailboxes that words name, in lower case and with hosts in ASCII. */
interface Names {
  /** Those of the e-mail addresses too. */
  readonly hosts: readonly string[];
  readonly mailboxes: readonly string[];
}

/** An e-mail address as it is compared: `Press@écoles.example -> press@xn--coles-9ra.example`. */
export function plainMailbox(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  return `${address.slice(0, at + 1)}${asciiHost(domain) ?? domain}`.toLowerCase();
}

/** Finds the hosts and e-mail addresses in words, as readers see them: `Log in at paypal。com -> paypal.com`. */
export function findNames(words: string): Names {
  const plain = words
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')
    .normalize('NFKC')
    .replaceAll('。', '.');
  const hosts: string[] = [];
  const mailboxes: string[] = [];
  for (const { groups = {} } of plain.matchAll(named)) {
    const { authority, local, domain, host, rest } = groups;
    if (authority !== undefined) hosts.push(...authority.split('@'));
    if (domain !== undefined && readsAsHost(domain, true)) {
      hosts.push(domain);
      mailboxes.push(plainMailbox(`${local}@${domain}`));
    }
    if (host !== undefined && readsAsHost(host, rest !== undefined)) hosts.push(host);
  }
  return { hosts: hosts.flatMap((host) => asciiHost(host) ?? []), mailboxes };
}

/** True if a link to a host is what words that name another promise: the same, but for `www.`, or one below it. */
function isSameHost(claimed: string, host: string): boolean {
  const plain = (of: string) => of.replace(/\.$/, '').replace(/^www\./, '');
  return plain(host) === plain(claimed) || plain(host).endsWith(`.${plain(claimed)}`);
}

/** Where a link leads, in ASCII; an e-mail has mailboxes too. */
interface LinkTarget {
  readonly hosts: readonly string[];
  readonly mailboxes?: readonly string[] | undefined;
}

const hint = 'Let its text describe what is there, or give both the same address.';

/** The fault of a link whose words name another host or e-mail address than it leads to; undefined if they don't. */
export function wordsFault(words: string, { hosts, mailboxes = [] }: LinkTarget): AddressFault | undefined {
  const names = findNames(words);
  for (const claimed of names.hosts) {
    const other = hosts.find((host) => !isSameHost(claimed, host));
    if (other === undefined) continue;
    const reason = `leads to ${describeHost(other)}, while its words say ${describeHost(claimed)}`;
    return { kind: 'deceptive', reason, hint };
  }
  const unnamed = mailboxes.find((mailbox) => !names.mailboxes.includes(mailbox));
  if (unnamed === undefined || names.mailboxes.length === 0) return undefined;
  const reason = `writes to ${unnamed}, while its words say ${names.mailboxes.join(', ')}`;
  return { kind: 'deceptive', reason, hint };
}
