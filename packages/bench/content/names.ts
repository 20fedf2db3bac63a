/** Invented names of places and people. Places are the long tail of a real vocabulary: thousands, each used little. */
import type { Random } from './random';

/** Each starts with a consonant, so that no article is elided before it. */
const starts = [
  'Ba', 'Be', 'Bo', 'Cha', 'Da', 'Do', 'Fa', 'Fi', 'Ga', 'Gue', 'Jo', 'Ka', 'Ki', 'Ko', 'La', 'Li', 'Lu', 'Ma', 'Mi',
  'Mo', 'Na', 'Nga', 'Pa', 'Po', 'Qui', 'Ra', 'Ro', 'Sa', 'Se', 'So', 'Ta', 'Te', 'To', 'Va', 'Vo', 'Wa', 'Ya', 'Za',
] as const; // prettier-ignore

const middles = [
  'ba', 'bri', 'de', 'ga', 'gu', 'ka', 'la', 'lo', 'ma', 'mbe', 'na', 'ndi', 'no', 'ra', 'ri', 'ro', 'sa', 'si', 'ta',
  'te', 'vo', 'ya', 'zi',
] as const; // prettier-ignore

const ends = [
  'ba', 'bor', 'cal', 'dou', 'ga', 'go', 'kan', 'la', 'lem', 'ma', 'mar', 'nda', 'ngo', 'ni', 'pur', 'ra', 'ri', 'sal',
  'ta', 'tan', 'to', 'tu', 'va', 'yo', 'zar',
] as const; // prettier-ignore

const people = [
  'Abena', 'Aline', 'Bakary', 'Beatriz', 'Binh', 'Carmen', 'Chanda', 'Daoud', 'Dorji', 'Efua', 'Elena', 'Fatou',
  'Gonzalo', 'Hawa', 'Ibrahim', 'Inés', 'Jacinta', 'Joseph', 'Kemi', 'Khadija', 'Laxmi', 'Luc', 'Malika', 'Mateo',
  'Mei', 'Nadia', 'Ngozi', 'Omar', 'Paulo', 'Precious', 'Rosa', 'Samuel', 'Sita', 'Sofía', 'Tendai', 'Teresa', 'Thida',
  'Tomás', 'Wanjiru', 'Yasmin', 'Yusuf', 'Zara',
] as const; // prettier-ignore

/** Picks a first name. */
export function pickPersonName(random: Random): string {
  return random.favour(people);
}

/** Generates different names of places. There are enough syllables for 20,000. */
export function generatePlaceNames(random: Random, count: number): string[] {
  const names = new Set<string>();
  while (names.size < count) {
    const short = random.chance(0.3) && names.size < starts.length * ends.length * 0.5;
    names.add(random.pick(starts) + (short ? '' : random.pick(middles)) + random.pick(ends));
  }
  return [...names];
}
