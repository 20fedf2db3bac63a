/** Lists the pictures that `npm run screenshots` takes. */
import { locales, type Locale } from '@/i18n/locales';

/** The window and the colours of a picture. Pictures of one `sheet` are put side by side. */
interface Look {
  readonly name: string;
  readonly sheet: string;
  /** The width of the window in CSS pixels. */
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
  /** The system's few colours instead of the site's. */
  readonly forcedColors?: 'active';
  readonly media?: 'print';
  readonly javaScriptEnabled?: false;
}

/** A phone, a tablet, a desktop window, and a large screen. */
const widths = [360, 768, 1280, 1920];

const looks: readonly Look[] = [
  ...widths.flatMap((width) =>
    (['light', 'dark'] as const).map((colorScheme) => ({
      name: `${width}-${colorScheme}`,
      sheet: String(width),
      width,
      colorScheme,
    })),
  ),
  { name: '360-forced', sheet: 'forced', width: 360, colorScheme: 'dark', forcedColors: 'active' },
  { name: '360-no-script', sheet: 'no-script', width: 360, colorScheme: 'light', javaScriptEnabled: false },
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
  /** A state of a page, which is brought about by scripts. */
  readonly isState?: boolean;
}

/** A picture of a whole page. */
export interface Shot extends Subject {
  readonly look: Look;
}

/** `'opportunities, page 2' -> 'opportunities-page-2'` */
export function templateFileName(template: string): string {
  return template.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '') || 'root';
}

/** Lists every subject in each look. Only printed kinds of pages have a picture on paper, and no state one without scripts. */
export function listShots<S extends Subject>(subjects: readonly S[]): (S & Shot)[] {
  return subjects.flatMap((subject) =>
    looks
      .filter(
        ({ media, javaScriptEnabled = true }) =>
          (media !== 'print' || printedTemplates.has(subject.template)) &&
          (javaScriptEnabled || !subject.isState),
      )
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
