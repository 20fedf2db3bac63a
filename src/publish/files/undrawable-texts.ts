/** Texts of pictures and sheets in letters that no font has. */
import { findMissingLetters } from '@/share/pictures/typeface';
import type { LocalizedText } from '@/site/localized-entry';
import type { Site } from '@/site/site';

/** The fields of entries that pictures and sheets show. */
const drawnFields = {
  campaign: ['title', 'summary', 'callToAction'],
  organization: ['name', 'summary'],
  story: ['title', 'role'],
  settings: ['name', 'tagline'],
} as const;

type Texts = Readonly<Record<string, LocalizedText<unknown> | undefined>>;

/** Returns a warning for each text that pictures and sheets leave out, once for the language that it is written in. */
export function findUndrawableTexts(site: Pick<Site, 'byLocale'>): string[] {
  return [...site.byLocale].flatMap(([locale, { campaigns, organizations, stories, settings }]) =>
    [...campaigns, ...organizations, ...stories, ...(settings ? [settings] : [])].flatMap((entry) =>
      drawnFields[entry.type].flatMap((field) => {
        const text = (entry.texts as Texts)[field];
        const letters = text?.lang === locale ? findMissingLetters(String(text.value)) : [];
        if (letters.length === 0) return [];
        return `${entry.type} ${entry.id} (${locale}), field ${field}: pictures and posters are without this text, since no font has the letters ${letters.join(' ')}. Write it in Latin, Greek, Cyrillic, Arabic or Devanagari letters.`;
      }),
    ),
  );
}
