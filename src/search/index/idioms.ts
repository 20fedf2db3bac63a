/** Phrases that mean something else than their words, with words that calls for volunteers have instead (build side). */
interface Idiom {
  readonly phrases: readonly string[];
  readonly words: readonly string[];
}

/** By language. */
export const idioms: Readonly<Record<string, readonly Idiom[]>> = {
  en: [
    {
      phrases: ['from home', 'from my home', 'from my own home', 'working from home', 'work from home'],
      words: ['online', 'virtual', 'remotely'],
    },
    { phrases: ['after work', 'after office hours'], words: ['evening'] },
    {
      phrases: ['with my kids', 'with our kids', 'with my children', 'with our children', 'with the kids'],
      words: ['family', 'all ages'],
    },
  ],
  fr: [
    {
      phrases: ['depuis chez moi', 'de chez moi', 'depuis la maison', 'depuis mon domicile', 'à distance'],
      words: ['distance', 'distanciel', 'télétravail', 'visio'],
    },
    {
      phrases: ['pas cher', 'pas chère', 'pas trop cher', 'pas trop chère', 'peu cher'],
      words: ['gratuit', 'abordable', 'solidaire', 'occasion'],
    },
    { phrases: ['avec mes enfants', 'en famille'], words: ['famille', 'tous âges'] },
  ],
  es: [
    {
      phrases: ['desde casa', 'desde mi casa', 'trabajo remoto', 'a distancia'],
      words: ['online', 'virtual', 'remoto', 'distancia'],
    },
    { phrases: ['con mis hijos', 'con mis niños', 'en familia'], words: ['familia', 'todas edades'] },
  ],
};
