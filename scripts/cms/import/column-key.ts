/** Compares names of columns by what they say: `Min hrs/wk` and `Minimum hours per week` are the same. */
import { foldWords } from './values/fold-words';

/** Words for one thing, folded; the first stands for all. */
const alike: readonly (readonly string[])[] = [
  ['hours', 'hour', 'hrs', 'hr', 'h', 'hs', 'heures', 'heure', 'horas', 'hora', 'horaria'],
  [
    ...['week', 'weeks', 'weekly', 'wk', 'wks', 'w', 'semaine', 'semaines', 'sem', 'hebdo', 'hebdomadaire'],
    ...['semana', 'semanas', 'semanal', 'semanales'],
  ],
  ['country', 'countries', 'pais', 'paises', 'pays'],
  ['organization', 'organisation', 'organizacion'],
  ['min', 'minimum', 'mini', 'minimo', 'minima', 'minimas', 'minimale', 'least'],
  ['max', 'maximum', 'maxi', 'maximo', 'maxima', 'maximas', 'maximale', 'most'],
  ['number', 'nb', 'nbre', 'num', 'numero', 'no', 'nr', 'cantidad', 'count'],
];

const oneWord = new Map(alike.flatMap((words) => words.map((word) => [word, words[0] ?? word] as const)));

/** Words that tell no field from another. */
const passedOver = new Set(
  `a an the of for to in on by per with and or
   de des du d la le les l un une en pour par et ou au aux
   el los las del una por para con y o al
   mission missions opportunity opportunities opp opportunite voluntariado oportunidad oportunidades
   application applications candidature candidatures inscripcion postulacion postulaciones
   oferta ofertas offre offres annonce annonces job online
   needed required requis requise requises exige exigee exigido exigida recherche recherchee recherches buscado buscada requerido requerida
   full detailed complete`.match(/\S+/g),
);

/** A key that is the same for names that say the same; empty where nothing is left. */
export function columnKey(name: string): string {
  // `__c` ends the names of own fields in Salesforce.
  const words = foldWords(name.replace(/__c$/, '').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
    .split(' ')
    .filter((word) => !passedOver.has(word))
    .map((word) => oneWord.get(word) ?? (word.length > 3 ? word.replace(/s$/, '') : word));
  return [...new Set(words)].toSorted().join(' ');
}
