/**
 * Plain links that pass a text and an address to a network. Nothing of any network is loaded, and nothing is counted.
 */
import { cleanText, oneLine } from '@/model/characters';
import type { SharedPage } from '@/views/share/shared-entries';
import { addressLength, countGraphemes, countWeighted, fitText } from '@/model/fit-text';

/** The networks in display order, with their names. Those without one: keys `share.<id>`. */
export const networkNames = {
  whatsapp: 'WhatsApp',
  telegram: 'Telegram',
  facebook: 'Facebook',
  x: 'X',
  linkedin: 'LinkedIn',
  mastodon: 'Mastodon',
  bluesky: 'Bluesky',
  threads: 'Threads',
  email: undefined,
  sms: undefined,
} as const;

export type Network = keyof typeof networkNames;

export const networks = Object.keys(networkNames) as Network[];

/**
 * The maximum length of a post, in the network's own way of counting. https://docs.joinmastodon.org/user/posting/
 * https://docs.bsky.app/docs/advanced-guides/intent-links
 */
const longest = { x: 280, mastodon: 500, bluesky: 300 } as const;

/** The text of a post with an address that fits on X, the network with the lowest limit. */
export function shortPost({ short }: Pick<SharedPage, 'short'>): string {
  return fitText(short, longest.x - addressLength - 1, countWeighted);
}

/** As in a form, but that a colon and a slash stay, which a query may have: pages with many of these links are smaller. */
const encode = (value: string) =>
  encodeURIComponent(value.toWellFormed()).replaceAll('%3A', ':').replaceAll('%2F', '/');

const query = (parts: Readonly<Record<string, string>>) =>
  Object.entries(parts)
    .map(([name, value]) => `${name}=${encode(value)}`)
    .join('&');

/** The address at which a network receives the shared page. */
export function shareLink(network: Network, shared: SharedPage): string {
  const { title, short, long, url } = shared;
  const post = shortPost(shared);
  switch (network) {
    case 'whatsapp':
      return `https://wa.me/?${query({ text: `${post} ${url}` })}`;
    case 'telegram':
      return `https://t.me/share/url?${query({ text: post, url })}`;
    case 'facebook':
      return `https://www.facebook.com/sharer/sharer.php?${query({ u: url })}`;
    case 'x':
      return `https://x.com/intent/post?${query({ text: post, url })}`;
    case 'linkedin':
      return `https://www.linkedin.com/sharing/share-offsite/?${query({ url })}`;
    case 'mastodon': {
      const text = fitText(short, longest.mastodon - addressLength - 1);
      return `https://share.joinmastodon.org/#${query({ text: `${text} ${url}` })}`;
    }
    case 'bluesky': {
      // Bluesky shortens addresses, but not in every app before it counts.
      const room = Math.max(longest.bluesky - countGraphemes(url) - 1, 40);
      return `https://bsky.app/intent/compose?${query({ text: `${fitText(short, room, countGraphemes)} ${url}` })}`;
    }
    case 'threads':
      return `https://www.threads.com/intent/post?${query({ text: post, url })}`;
    case 'email': {
      const body = `${cleanText(long, false).text.trim()}\n\n${url}`.replaceAll('\n', '\r\n');
      return `mailto:?${query({ subject: oneLine(title), body })}`;
    }
    case 'sms':
      return `sms:?&${query({ body: `${oneLine(title)} ${url}` })}`;
  }
}
