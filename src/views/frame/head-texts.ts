/** The title of a page's window and its description, as long as search engines and browsers show them. */
import { formatDay } from '@/i18n/format/format';
import type { Translate } from '@/i18n/translate';
import { countCodePoints, fitText } from '@/model/fit-text';
import { descriptionLimits, titleLimit } from '@/model/head-limits';

/** A page's own title. */
interface OwnTitle {
  readonly text: string;
  /** The page of a long list: its number, from 1, or the last day on which its entries were posted. */
  readonly page?: number | string | undefined;
  /** True for an entry: its title is shown as its editor wrote it. */
  readonly isEntry?: boolean | undefined;
}

/** A list's title with its page after the first: `Organizations, page 2`, `Tasks in French (posted by 12 Nov 2026)`. */
export function pageTitle(t: Translate, title: string, page: number | string = 1): string {
  if (page === 1) return title;
  return typeof page === 'number'
    ? t('title.page', { title, page })
    : t('title.until', { title, day: formatDay(t.locale, page, 'short') });
}

/**
 * The title of the window: with the service's name where there is room for it, else alone, and shortened before a word
 * where it isn't an entry's.
 */
export function windowTitle(t: Translate, { text, page, isEntry = false }: OwnTitle, service: string) {
  const title = pageTitle(t, text, page);
  const named = `${title} · ${service}`;
  if (countCodePoints(named) <= titleLimit) return named;
  if (isEntry) return title;
  const numberLength = countCodePoints(title) - countCodePoints(text);
  return pageTitle(t, fitText(text, titleLimit - numberLength), page);
}

/** `Guides and news -> Guides and news.` */
const endSentence = (text: string) => (/[.!?…]$/u.test(text) ? text : `${text}.`);

/** As many whole sentences as fit, or where the first one is too long, its beginning. */
function fitSentences(locale: string, text: string): string {
  const { min, max } = descriptionLimits;
  if (countCodePoints(text) <= max) return text;
  let fitting = '';
  for (const { segment } of new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(text)) {
    if (countCodePoints((fitting + segment).trimEnd()) > max) break;
    fitting += segment;
  }
  const sentences = fitting.trimEnd();
  return countCodePoints(sentences) >= min ? sentences : fitText(text, max);
}

/**
 * A description between the limits: a long one is shortened after a sentence, and a short one continues with what the
 * service is, the shortest text first.
 */
export function pageDescription(locale: string, description: string, about: readonly string[]): string {
  let text = description;
  for (const more of about) {
    if (countCodePoints(text) >= descriptionLimits.min) break;
    text = `${endSentence(text)} ${endSentence(more)}`;
  }
  return fitSentences(locale, text);
}
