import { expect, it } from 'vitest';
import { loadLanguage } from './load-language';
import { parseQuery } from './parse-query';

type Locale = 'en' | 'fr' | 'es';

const rulesOf = new Map(
  await Promise.all(
    (['en', 'fr', 'es'] as const).map(async (locale) => [locale, await loadLanguage(locale)] as const),
  ),
);

function rulesFor(locale: Locale) {
  const rules = rulesOf.get(locale);
  if (!rules) throw new Error(`${locale} isn’t read.`);
  return rules;
}

/** The words that say something and those that are excluded: `dogs, walk | cats`. */
function read(locale: Locale, text: string): string {
  const rules = rulesFor(locale);
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
  ['en', 'excluding weekends, gardening', 'gardening | weekends'],
  ['en', 'anything but food', '| food'],
  ['en', 'not only teaching, not just kids', 'teaching kids |'],
  ['en', 'I’m not a nurse', 'nurse |'],
  ['en', 'no coding experience, no upper age limit', 'no coding experience no upper age limit |'],
  ['en', 'no French required', '| French'],
  ['en', 'no more than two hours', 'no two hours |'],
  ['en', 'people without homes', 'people without homes |'],
  ['en', 'shelter without any experience needed', 'shelter without experience |'],
  ['en', 'I do not drive', 'drive |'],
  ['en', 'not-for-profit, not for profit', 'not-for-profit not profit |'],
  ['en', 'whether or not', '|'],
  ['en', '"not" teaching', 'not teaching |'],
  ['en', 'I’d like to teach but I don’t want to work with children', 'teach | children'],
  ['fr', 'avec des animaux mais pas aux enfants', 'animaux | enfants'],
  ['fr', 'aide sauf l’enseignement', 'aide | enseignement'],
  ['fr', 'traduction sans téléphone', 'traduction | téléphone'],
  ['fr', 'sauf le samedi et le dimanche', '| samedi, dimanche'],
  ['fr', 'sauf cuisine, ménage', 'ménage | cuisine'],
  ['fr', 'mais pas que des enfants, sans aucune expérience', 'enfants sans expérience |'],
  ['fr', 'enfants mais sans abri, citoyen à part entière', 'enfants sans abri citoyen part entière |'],
  ['fr', 'autre chose que du soutien scolaire', '| soutien scolaire'],
  ['fr', 'informatique hormis les sites', 'informatique | sites'],
  ['fr', 'aider les sans-papiers, sans expérience', 'aider sans-papiers sans expérience |'],
  ['fr', 'pas trop cher', 'cher |'],
  ['fr', 'je n’ai pas de diplôme', 'diplôme |'],
  ['fr', 'à but non lucratif', 'but lucratif |'],
  ['fr', 'pas de collecte de fonds, plutôt du bricolage', 'plutôt bricolage | collecte fonds'],
  ['fr', 'du sport, ni foot ni rugby', 'sport | foot, rugby'],
  ['fr', 'accueil hors week-end, je ne veux pas aller à l’hôpital', 'accueil | week-end, hôpital'],
  ['fr', 'cours de français pas "en ligne"', 'cours français | en ligne'],
  ['fr', 'apprendre à lire à des adultes qui ne savent pas lire', 'apprendre lire adultes savent lire |'],
  ['fr', 'premiers pas en informatique, pas à pas, hors ligne', 'premiers informatique ligne |'],
  ['es', 'voluntariado que no sea con niños', 'voluntariado | niños'],
  ['es', 'traducir sin llamadas', 'traducir | llamadas'],
  ['es', 'salvo los fines de semana', '| fines semana'],
  ['es', 'sin niños y perros, jardín', 'jardín | niños, perros'],
  ['es', 'traducir sin llamadas y con niños', 'traducir niños | llamadas'],
  ['es', 'pero no tengo coche, y no soy médico', 'coche médico |'],
  ['es', 'que no sea muy lejos', 'lejos |'],
  ['es', 'todo menos cocina o limpieza', '| cocina, limpieza'],
  ['es', 'sin experiencia, sin fines de lucro', 'sin experiencia sin fines lucro |'],
  ['es', 'cuidar perros no gatos', 'cuidar perros | gatos'],
  ['es', 'no quiero recaudar fondos, me gusta la informática', 'informática | recaudar fondos'],
  ['es', 'organización no gubernamental, no hay tiempo', 'organización no gubernamental tiempo |'],
  [
    'es',
    'personas que no leen, para quien no puede pagarlas, por qué no ayudar',
    'personas leen pagarlas ayudar |',
  ],
  ['es', 'al menos dos, menos de 3 horas', 'dos menos 3 horas |'],
])('%s: “%s” is “%s”', (locale, text, expected) => {
  expect(read(locale, text)).toBe(expected);
});

it.each<[Locale, string, readonly string[]]>([
  ['en', 'kids but not teaching', ['kids teaching |']],
  ['en', 'maths -primary -"old people"', ['maths primary | old people', 'maths old people | primary']],
  ['en', 'cats, not dogs or birds', ['cats dogs | birds', 'cats birds | dogs']],
  ['en', 'no children, no animals', ['children | animals', 'animals | children']],
  ['es', 'menos cocina o limpieza', ['cocina | limpieza', 'limpieza | cocina']],
])('%s: each negation of “%s” can be undone alone', (locale, text, expected) => {
  const { excluded } = parseQuery(text, rulesFor(locale));
  expect(excluded.map(({ undone }) => read(locale, undone))).toEqual(expected);
});
