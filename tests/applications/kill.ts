/** One kill of a browser: the choices for it, and its result. */
import type { Random } from '@scripts/bench/content/random';
import { pathOf } from '@/i18n/routes';
import { openWith } from '../browser/sample';
import type { Saying } from './page-says';

/** How the form service behaves while the application is written and sent; `offline`: the device has no connection. */
export const services = [
  'up',
  'up',
  'up',
  'slow-800',
  'slow-2500',
  'lost-answer',
  'lost-request',
  'hang',
  'error-html',
  'limit',
  'down',
  'down',
  'offline',
  'offline',
] as const;

export type ServiceKind = (typeof services)[number];

export const killForms = openWith('en', {}).filter(
  ({ shared, texts }) => shared.applyBy === 'form' && (texts.questions?.value.length ?? 0) > 0,
);

/** Pages that are visited after a kill, by turns. */
export const visitedPages = [
  ['home', () => pathOf('en', { to: 'home' })],
  ['search', () => pathOf('en', { to: 'section', section: 'search' })],
  ['saved', () => pathOf('en', { to: 'section', section: 'saved' })],
  ['an opportunity', (own: string) => killForms.find((view) => view.path !== own)?.path ?? own],
  ['offline page', () => pathOf('en', { to: 'offline' })],
] as const;

/**
 * When a kill comes: so long (ms) after the first letter, or after Send; or a moment (up to `justAfter` ms) after the page has
 * said something.
 */
export type Moment =
  | { readonly after: 'letter' | 'send'; readonly ms: number }
  | { readonly after: Saying; readonly ms: number };

export const justAfter = 40;

/** After Send a browser lives for so long (ms) at most. */
export const longestLife = 6000;

/** One kill, and what came of it. */
export interface Kill {
  readonly index: number;
  readonly service: ServiceKind;
  readonly moment: Moment;
  readonly visited: string;
  readonly wasKilledTwice: boolean;
  readonly wasPressed: boolean;
  /** What the page said last before the kill. */
  readonly said: Saying;
  readonly arrivedBeforeKill: number;
  readonly arrived: number;
  readonly numbers: readonly string[];
  /** What the form says when it is opened at the end. */
  readonly formSays: FormSays;
  /** Rules that were broken, in words. */
  readonly broken: readonly string[];
}

/** `applied`: that it was sent; `waits`: that it is still to be sent; `draft`: what was written is back. */
export type FormSays = 'applied' | 'waits' | 'draft' | 'nothing';

export function chooseMoment(random: Random): Moment {
  const kind = random.next();
  if (kind < 0.2) return { after: 'letter', ms: random.int(0, 2500) };
  if (kind < 0.6) return { after: 'send', ms: random.int(0, longestLife) };
  return { after: random.pick(['draft', 'sending', 'waiting', 'sent']), ms: random.int(0, justAfter) };
}
