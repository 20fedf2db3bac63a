/** Texts of pictures and sheets in letters that no font has. */
import { findMissingLetters } from '@/share/pictures/typeface';
import type { LocalizedText } from '@/site/localized-entry';
import { siteContexts, type SiteContext } from '@/views/frame/context';

type Texts = Readonly<Record<string, LocalizedText<string> | undefined>>;

/** The texts of entries that pictures and sheets show, by entry and field. */
const drawnTexts = ({
  own: { campaigns, organizations, stories, settings },
}: SiteContext): [string, Texts][] => [
  ...campaigns.map(({ id, texts: { title, summary, callToAction } }): [string, Texts] => [
    `campaign ${id}`,
    { title, summary, callToAction },
  ]),
  ...organizations.map(({ id, texts: { name, summary } }): [string, Texts] => [
    `organization ${id}`,
    { name, summary },
  ]),
  ...stories.map(({ id, texts: { title, role } }): [string, Texts] => [`story ${id}`, { title, role }]),
  ...(settings ? [settings] : []).map(({ id, texts: { name, tagline } }): [string, Texts] => [
    `settings ${id}`,
    { name, tagline },
  ]),
];

/** Returns a warning for each text that pictures and sheets leave out, once for the language that it is written in. */
export function findUndrawableTexts(site: SiteContext['site'], siteUrl: URL): string[] {
  return siteContexts(site, siteUrl).flatMap((context) =>
    drawnTexts(context).flatMap(([entry, texts]) =>
      Object.entries(texts).flatMap(([field, text]) => {
        const letters = text?.lang === context.own.locale ? findMissingLetters(text.value) : [];
        if (letters.length === 0) return [];
        return `${entry} (${context.own.locale}), field ${field}: pictures and posters are without this text, since no font has the letters ${letters.join(' ')}. Write it in Latin, Greek, Cyrillic, Arabic or Devanagari letters.`;
      }),
    ),
  );
}
