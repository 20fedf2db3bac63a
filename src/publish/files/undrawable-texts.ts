/** Texts of pictures and sheets in letters that no font has. */
import { findMissingLetters } from '@/share/pictures/typeface';
import type { LocalizedText } from '@/site/localized-entry';
import { siteContexts, type SiteContext } from '@/views/frame/context';

interface DrawnText {
  readonly entry: string;
  readonly field: string;
  readonly text: LocalizedText<string> | undefined;
}

/** The texts of entries that pictures and sheets show. */
function drawnTexts({ own }: SiteContext): DrawnText[] {
  const { campaigns, organizations, stories, settings } = own;
  const textsOf = (entry: string, texts: Readonly<Record<string, LocalizedText<string> | undefined>>) =>
    Object.entries(texts).map(([field, text]): DrawnText => ({ entry, field, text }));
  return [
    ...campaigns.flatMap(({ id, texts: { title, summary, callToAction } }) =>
      textsOf(`campaign ${id}`, { title, summary, callToAction }),
    ),
    ...organizations.flatMap(({ id, texts: { name, summary } }) =>
      textsOf(`organization ${id}`, { name, summary }),
    ),
    ...stories.flatMap(({ id, texts: { title, role } }) => textsOf(`story ${id}`, { title, role })),
    ...(settings
      ? textsOf(`settings ${settings.id}`, { name: settings.texts.name, tagline: settings.texts.tagline })
      : []),
  ];
}

/** Returns a warning for each text that pictures and sheets leave out, once for the language that it is written in. */
export function findUndrawableTexts(site: SiteContext['site'], siteUrl: URL): string[] {
  return siteContexts(site, siteUrl).flatMap((context) =>
    drawnTexts(context).flatMap(({ entry, field, text }) => {
      if (text?.lang !== context.own.locale) return [];
      const letters = findMissingLetters(text.value);
      if (letters.length === 0) return [];
      return `${entry} (${text.lang}), field ${field}: pictures and posters are without this text, since no font has the letters ${letters.join(' ')}. Write it in Latin, Greek, Cyrillic, Arabic or Devanagari letters.`;
    }),
  );
}
