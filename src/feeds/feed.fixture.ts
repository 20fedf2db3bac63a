/** Feed items for tests: a plain one, and hostile ones. */
import fc from 'fast-check';
import { anyText } from '@/model/any-text.fixture';
import type { FeedItem } from '@/views/feeds/feed-item';
import type { FeedChannel } from '@/views/feeds/feed-views';

export const channel: FeedChannel = {
  title: 'Traduction : missions ouvertes — Volontariat en ligne',
  description: 'Des missions.',
  lang: 'fr',
  page: 'https://example.org/fr/browse/task/translation/',
  self: 'https://example.org/fr/browse/task/translation/feed.xml',
  style: '/fr/feed.css',
};

export const plainItem: FeedItem = {
  id: 'tag:example.org,2026:opportunity/wells',
  url: 'https://example.org/fr/missions/wells/',
  title: 'Traduire un guide & un plan',
  summary: 'Un guide pour <tous>.',
  html: '<p>Un guide pour &lt;tous&gt;.</p>',
  author: 'Puits du Sahel, Niger',
  categories: ['Traduction', 'Eau, hygiène'],
  language: undefined,
  posted: '2026-11-02',
  updated: '2026-11-20',
  closing: {
    at: Date.parse('2026-12-02T23:00:00Z'),
    uid: 'opportunity-wells@example.org',
    title: 'Clôture : Traduire un guide & un plan',
    description: 'Puits du Sahel, Niger\n\nUn guide pour <tous>.',
  },
};

/** Texts that have broken feeds before: ends of sections and tags, line ends, direction marks, halves of characters. */
const traps = [
  ']]>', '</title>', '<![CDATA[', '<!--', '&amp;', '&', '<b>', '"', "'", '\\', '\\n', ';', ',', ':', 'END:VEVENT',
  '\r\n', '\n', '\r', '\t', '\u0000', '\u0001', '\u001B', '\u0085', '\u2028', '\u202E', '\u2066', '\uFEFF', '\uFFFE',
  '\uFFFF', '\uD83D', '\uDE00', '😀', '👩🏽‍🌾', 'é', 'é'.repeat(40), 'هنا', '水'.repeat(30), ' ', 'word',
]; // prettier-ignore

/** A hostile text. */
export const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...traps), anyText()), { maxLength: 12 })
  .map((parts) => parts.join(''));

/** An item with hostile texts; title and summary are never empty, which the model ensures. */
export const hostileItem: fc.Arbitrary<FeedItem> = fc
  .record({
    title: hostileText,
    summary: hostileText,
    html: hostileText,
    author: hostileText,
    tag: hostileText,
  })
  .map(({ title, summary, html, author, tag }) => ({
    ...plainItem,
    title: `x${title}`,
    summary: `x${summary}`,
    html: `x${html}`,
    author: `x${author}`,
    categories: [`x${tag}`, `y,${tag}`],
    closing: {
      at: 1_796_252_400_000,
      uid: 'opportunity-wells@example.org',
      title: `x${title}`,
      description: `x${summary}`,
    },
  }));
