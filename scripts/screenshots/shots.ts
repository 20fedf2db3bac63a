/** Lists the pictures that `npm run screenshots` takes. */
import { locales, type Locale } from '@/i18n/locales';

/** The window and the colours of a picture. Pictures of one `sheet` are put side by side. */
export interface Look {
  readonly name: string;
  readonly sheet: string;
  /** The width of the window in CSS pixels. */
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
  /** The system's few colours instead of the site's. */
  readonly forcedColors?: 'active';
  readonly media?: 'print';
}

export const looks: readonly Look[] = [
  { name: '360-light', sheet: '360', width: 360, colorScheme: 'light' },
  { name: '360-dark', sheet: '360', width: 360, colorScheme: 'dark' },
  { name: '1280-light', sheet: '1280', width: 1280, colorScheme: 'light' },
  { name: '1280-dark', sheet: '1280', width: 1280, colorScheme: 'dark' },
  { name: '360-forced', sheet: 'forced', width: 360, colorScheme: 'dark', forcedColors: 'active' },
  // A4 at 96 dots an inch, less the margins of src/styles/print.css
  { name: 'print', sheet: 'print', width: 658, colorScheme: 'light', media: 'print' },
];

/** Kinds of pages that visitors may print. */
const printedTemplates = new Set([
  'open opportunity',
  'ended opportunity',
  'organization',
  'campaign',
  'fact sheet',
]);

/** A kind of page, or a state of one, in a language. */
export interface Subject {
  readonly template: string;
  readonly locale: Locale;
  readonly path: string;
}

/** A picture of a whole page. */
export interface Shot extends Subject {
  readonly look: Look;
}

/** `'opportunities, page 2' -> 'opportunities-page-2'` */
export function templateFileName(template: string): string {
  return template.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '') || 'root';
}

/** Lists every subject in each look. Only printed kinds of pages have a picture on paper. */
export function listShots<S extends Subject>(subjects: readonly S[]): (S & Shot)[] {
  return subjects.flatMap((subject) =>
    looks
      .filter(({ media }) => media !== 'print' || printedTemplates.has(subject.template))
      .map((look) => ({ ...subject, look })),
  );
}

/** Groups pictures by sheet: one for each template and width, with its languages and colour schemes side by side. */
export function groupSheets<S extends Shot>(shots: readonly S[]): ReadonlyMap<string, readonly S[]> {
  const sheets = new Map<string, S[]>();
  for (const shot of shots) {
    const name = `${templateFileName(shot.template)}-${shot.look.sheet}`;
    sheets.set(name, [...(sheets.get(name) ?? []), shot]);
  }
  for (const [name, own] of sheets) {
    sheets.set(
      name,
      own.toSorted(
        (a, b) =>
          looks.indexOf(a.look) - looks.indexOf(b.look) ||
          locales.indexOf(a.locale) - locales.indexOf(b.locale),
      ),
    );
  }
  return sheets;
}
