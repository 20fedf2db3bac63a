import type { Locale } from '@/i18n/locales';
import { textHtml } from '@/pipeline/texts/texts';
import type { LocalizedText } from './present';

/** Safe HTML, with the language that it is in. */
export interface LocalizedHtml {
  readonly html: string;
  readonly lang: Locale;
}

/** A Markdown text of the content as safe HTML; its largest heading gets the level `topHeading`. */
export function prose({ value, lang }: LocalizedText<string>, topHeading: 2 | 3 = 3): LocalizedHtml {
  return { html: textHtml(value, topHeading), lang };
}
