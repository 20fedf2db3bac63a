import type { Locale } from '@/i18n/locales';
import { markdownToHtml } from '@/pipeline/texts/markdown';
import type { LocalizedText } from './localized-entry';

/** Safe HTML with its language. */
export interface LocalizedHtml {
  readonly html: string;
  readonly lang: Locale;
}

/** Converts a Markdown text of the content to safe HTML; its largest heading gets the level `topHeading`. */
export function renderProse({ value, lang }: LocalizedText<string>, topHeading: 2 | 3 = 3): LocalizedHtml {
  return { html: markdownToHtml(value, topHeading), lang };
}
