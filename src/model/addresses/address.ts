/** Web addresses that people write, read as browsers read them (https://url.spec.whatwg.org/). */
import { decodedHost, describeHost, hostFault, type HostFault } from './host';

/** Why an address is not published: as it completes “an address that …”, and how to fix it. */
export interface AddressFault {
  /** `deceptive`: it leads elsewhere than it reads. */
  readonly kind: 'nowhere' | 'deceptive';
  /** `leads to evil.example, whatever stands before the @` */
  readonly reason: string;
  readonly hint: string;
}

/** An address that may be published, in the one form in which every browser reads it alike; or why it may not. */
type CheckedAddress = { readonly href: string } | { readonly fault: AddressFault };

/** A name with a dot whose last part is no number: what a public host has. */
export const publicHost =
  /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})\.?$/;

/** A name and a password in an address: what stands before an `@` in the part that names the host. */
const userInfo = /\b((?:https?|ftp|wss?):)[/\\]*[^/\\?#\s]*@|([/\\]{2,})[^/\\?#\s]*@/gi;

/** A text without the names and passwords of addresses in it: `https://user:pw@a.example -> https://…@a.example`. */
export function withoutUserInfo(text: string): string {
  return text.replaceAll(userInfo, (_, scheme?: string, slashes?: string) =>
    scheme === undefined ? `${slashes ?? ''}…@` : `${scheme}//…@`,
  );
}

/** An address of a setting for a message: all that stands before its last `@` may be a password. */
export const settingWithoutUserInfo = (value: string) =>
  value.replace(/^([a-z][a-z0-9+.-]*:\/\/)?.*@/is, '$1…@');

const nowhere = (reason: string, hint: string): CheckedAddress => ({
  fault: { kind: 'nowhere', reason, hint },
});

function deceptive(reason: string, hint: string): CheckedAddress {
  return { fault: { kind: 'deceptive', reason, hint } };
}

function hostReason(host: string, fault: HostFault): string {
  const described = describeHost(host);
  return fault.kind === 'mixed'
    ? `leads to ${described}, a name that mixes letters of several alphabets (${fault.scripts.join(', ')})`
    : `leads to ${described}, a name in ${fault.script} letters that looks like another one in Latin letters`;
}

const askFor = 'Check whose address it is, and copy it from that site’s own pages.';

/** The fault of a host in ASCII, as `URL` gives it; undefined if it has none. */
export function deceptiveHost(host: string): AddressFault | undefined {
  const fault = hostFault(host);
  return fault && { kind: 'deceptive', reason: hostReason(host, fault), hint: askFor };
}

/** True if an address names a user or has a password. */
export const hasUserInfo = ({ username, password }: URL) => username !== '' || password !== '';

/** False if a label begins with `xn--` and is no name in letters of another script. */
const isEncodedName = (host: string) =>
  !host.includes('xn--') || URL.parse(`https://${decodedHost(host)}`)?.hostname === host;

/** Checks an absolute `http` or `https` address. */
export function checkWebAddress(raw: string): CheckedAddress {
  const url = URL.parse(raw);
  if (!url || !/^https?:$/.test(url.protocol)) {
    return nowhere(
      'isn’t a web address',
      'Begin it with https:// or http://, as in the browser’s address bar.',
    );
  }
  if (hasUserInfo(url)) {
    return deceptive(
      `leads to ${describeHost(url.hostname)}, whatever stands before the @`,
      `If ${decodedHost(url.hostname)} is meant, write the address without what stands before the @. Never publish a password.`,
    );
  }
  if (!publicHost.test(url.hostname) || !isEncodedName(url.hostname)) {
    return nowhere(
      `leads to ${describeHost(url.hostname)}, which is no host on the internet`,
      'Copy the whole address from the browser’s address bar.',
    );
  }
  const fault = deceptiveHost(url.hostname);
  if (fault) return { fault };
  // The slash that `URL` adds to a host alone says nothing: what was written stays.
  return { href: url.href === `${raw}/` ? raw : url.href };
}
