import { expect, it } from 'vitest';
import { loadLanguage } from './load-language';
import { parseQuery } from './parse-query';

type Locale = 'en' | 'fr' | 'es';

const rulesOf = new Map(
  await Promise.all(
    (['en', 'fr', 'es'] as const).map(async (locale) => [locale, await loadLanguage(locale)] as const),
  ),
);

/** The words that say something and those that are excluded: `dogs, walk | cats`. */
function read(locale: Locale, text: string): string {
  const rules = rulesOf.get(locale);
  if (!rules) throw new Error(`${locale} isn’t read.`);
  const { words, excluded } = parseQuery(text, rules);
  const wanted = words.filter(
    ({ token, isFixed, isQuoted }) => isFixed || isQuoted || !rules.isFunctionWord(token.folded),
  );
  const typed = (some: typeof words) => some.map((word) => word.typed).join(' ');
  return [typed(wanted), excluded.map((one) => typed(one.words)).join(', ')].join(' | ').trim();
}

it.each<[Locale, string, string]>([
  ['en', 'with kids but not teaching', 'kids | teaching'],
  ['en', 'walk dogs not cats', 'walk dogs | cats'],
  ['en', 'translation without phone calls', 'translation | phone calls'],
  ['en', 'anything except cooking', '| cooking'],
  ['en', 'design except for logos', 'design | logos'],
  ['en', 'writing, other than blogs', 'writing | blogs'],
  ['en', 'remote help no children', 'remote help | children'],
  ['en', 'not teaching or cooking', '| teaching, cooking'],
  ['en', 'help animals without working with snakes', 'help animals | snakes'],
  ['en', 'something that is not fundraising', '| fundraising'],
  ['en', 'excluding weekends, gardening', '| weekends gardening'],
  ['en', 'gardening and not on the weekend', 'gardening | weekend'],
  ['en', 'maths -primary', 'maths | primary'],
  ['en', 'people without homes', 'people without homes |'],
  ['en', 'no experience', 'no experience |'],
  ['en', 'shelter without any experience needed', 'shelter without experience |'],
  ['en', 'I do not drive', 'drive |'],
  ['en', 'not-for-profit, not for profit', 'not-for-profit not profit |'],
  ['en', 'whether or not', '|'],
  ['en', '"not" teaching', 'not teaching |'],
  ['fr', 'avec des animaux mais pas aux enfants', 'animaux | enfants'],
  ['fr', 'aide sauf l’enseignement', 'aide | enseignement'],
  ['fr', 'traduction sans téléphone', 'traduction | téléphone'],
  ['fr', 'sauf cuisine ou ménage', '| cuisine, ménage'],
  ['fr', 'jardin, excepté le dimanche', 'jardin | dimanche'],
  ['fr', 'autre chose que du soutien scolaire', '| soutien scolaire'],
  ['fr', 'informatique hormis les sites', 'informatique | sites'],
  ['fr', 'personnes sans abri', 'personnes sans abri |'],
  ['fr', 'aider les sans-papiers, sans expérience', 'aider sans-papiers sans expérience |'],
  ['fr', 'pas trop cher', 'cher |'],
  ['fr', 'je n’ai pas de diplôme', 'diplôme |'],
  ['fr', 'à but non lucratif', 'but lucratif |'],
  ['es', 'voluntariado que no sea con niños', 'voluntariado | niños'],
  ['es', 'traducir sin llamadas', 'traducir | llamadas'],
  ['es', 'excepto enseñar', '| enseñar'],
  ['es', 'todo menos cocina o limpieza', '| cocina, limpieza'],
  ['es', 'perros pero no gatos', 'perros | gatos'],
  ['es', 'huerto, salvo los domingos', 'huerto | domingos'],
  ['es', 'ayudar a personas sin hogar', 'ayudar personas sin hogar |'],
  ['es', 'sin experiencia, sin fines de lucro', 'sin experiencia sin fines lucro |'],
  ['es', 'al menos dos, menos de 3 horas', 'dos menos 3 horas |'],
])('%s: “%s” is “%s”', (locale, text, expected) => {
  expect(read(locale, text)).toBe(expected);
});

it.each<[Locale, string, readonly string[]]>([
  ['en', 'kids but not teaching', ['kids teaching']],
  ['en', 'maths -primary "old people"', ['maths primary "old" "people"']],
  ['es', 'menos cocina o limpieza', ['cocina', 'limpieza']],
])('%s: each negation of “%s” can be undone alone', (locale, text, undone) => {
  const rules = rulesOf.get(locale);
  const { excluded } = parseQuery(
    text,
    rules ?? { findNegations: () => ({ excluded: [], fixed: new Set() }) },
  );
  for (const [place, words] of undone.entries()) expect(excluded[place]?.undone).toContain(words);
});
