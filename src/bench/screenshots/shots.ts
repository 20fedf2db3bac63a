/** Which pictures `npm run screenshots` takes. */
import { locales, type Locale } from '@/i18n/locales';

export const widths = [360, 1280] as const;
export const schemes = ['light', 'dark'] as const;

/** A picture of a whole page. */
export interface Shot {
  readonly template: string;
  readonly path: string;
  readonly locale: Locale;
  readonly width: (typeof widths)[number];
  readonly scheme: (typeof schemes)[number];
}

/** `'opportunities, page 2' -> 'opportunities-page-2'` */
export function fileNameOf(template: string): string {
  return template.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '') || 'root';
}

/** Every page at each width in each scheme, page by page. */
export function shotsOf(
  pages: readonly { readonly template: string; readonly locale: Locale; readonly path: string }[],
): Shot[] {
  return pages.flatMap((page) =>
    widths.flatMap((width) => schemes.map((scheme) => ({ ...page, width, scheme }))),
  );
}

/** Pictures that belong on one sheet: the same template and width, its languages and schemes side by side. */
export function sheetsOf(shots: readonly Shot[]): ReadonlyMap<string, readonly Shot[]> {
  const sheets = new Map<string, Shot[]>();
  for (const shot of shots) {
    const name = `${fileNameOf(shot.template)}-${shot.width}`;
    sheets.set(name, [...(sheets.get(name) ?? []), shot]);
  }
  for (const [name, own] of sheets) {
    sheets.set(
      name,
      own.toSorted(
        (a, b) =>
          schemes.indexOf(a.scheme) - schemes.indexOf(b.scheme) ||
          locales.indexOf(a.locale) - locales.indexOf(b.locale),
      ),
    );
  }
  return sheets;
}
