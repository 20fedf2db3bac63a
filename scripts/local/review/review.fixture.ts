/** A sheet of a few rows in a folder of its own, and its review. */
import { readFile, writeFile } from 'node:fs/promises';
import { readConfig } from '@/config/config';
import { useContentFolder } from '@scripts/cms/import/content-folder.fixture';
import { openReview, type Review } from './open-review';
import type { ReviewRequest } from './review-request';
import type { ReviewView, RowView } from './review-view';

const header =
  'Reference,Title,Summary,Task,Deliverable,Impact,Requirements,Organization,Task type,Causes,Languages,Hours,length.kind,closes.date,closes.zone';

/** A row without faults, unless a cell is given. */
export const sheetLine = (
  id: string,
  {
    title = `Read book ${id}`,
    organization = 'Casa Abierta',
    causes = 'water',
    date = '2030-01-31',
    hours = '2-4',
  } = {},
) =>
  `${id},${title},Sum ${id}.,Task ${id}.,It.,It helps.,Care,${organization},translation,${causes},fr: good,${hours},ongoing,${date},UTC`;

const sheetText = (...lines: readonly string[]) => [header, ...lines].join('\n');

/** A request without what every request has. */
type Wish<Request> = Request extends ReviewRequest
  ? Omit<Request, 'query'> & { readonly query?: Partial<Request['query']> }
  : never;

type RowDecision = Extract<ReviewRequest, { action: 'decide' }>['decision'];

/** What a test asks a review for. */
interface AskedReview {
  readonly review: Review;
  readonly ask: (wish: Wish<ReviewRequest>) => Promise<ReviewView>;
  /** The row with that reference as it is now. */
  readonly row: (id: string) => Promise<RowView>;
  readonly decide: (id: string, decision: RowDecision) => Promise<ReviewView>;
  /** Saves what is accepted, and returns the view when that is done. */
  readonly save: () => Promise<ReviewView>;
}

export function useReviewFolder() {
  const folder = useContentFolder();
  const file = () => folder.inside('missions.csv');
  return {
    ...folder,
    file,
    write: (...lines: readonly string[]) => writeFile(file(), sheetText(...lines)),
    choices: async () =>
      JSON.parse(await readFile(folder.inside('missions.review.json'), 'utf8')) as {
        readonly rows: Readonly<Record<string, unknown>>;
      },
    /** Imports the sheet with the command. */
    async import(options: Partial<Parameters<typeof folder.run>[2]> = {}) {
      return folder.run('missions.csv', await readFile(file(), 'utf8'), { language: 'en', ...options });
    },
    async open(): Promise<AskedReview> {
      const review = await openReview({
        file: file(),
        language: 'en',
        config: readConfig(folder.env(), 'import'),
        print: () => undefined,
        reportDir: folder.inside('report'),
      });
      const ask = async ({ query, ...wish }: Wish<ReviewRequest>) =>
        (await review.answer({
          ...wish,
          query: { language: 'en', words: '', page: 1, ...query },
        } as ReviewRequest)) as ReviewView;
      const findRow = async (id: string) => {
        const [row] = (await ask({ action: 'view', query: { ids: [id] } })).rows;
        if (!row) throw new Error(`There is no row ${id}.`);
        return row;
      };
      return {
        review,
        ask,
        row: findRow,
        decide: async (id, decision) =>
          ask({ action: 'decide', row: id, hash: (await findRow(id)).hash, decision }),
        save: async () => {
          await ask({ action: 'save' });
          await review.settled();
          return ask({ action: 'view' });
        },
      };
    },
  };
}
