/** The props of the page of saved opportunities for its island, with all its strings. */
import type { PluralForms } from '@/i18n/interpolate';
import type { Locale } from '@/i18n/locales';
import type { OpportunityStatus } from '@/model/vocabularies/kinds';
import type { ReplyReport } from '../applied/applied-item';
import type { ReplyReportTarget } from '../applied/reply-entry';

/** The strings of the page; gaps are `{named}`. */
export interface SavedStrings {
  readonly list: string;
  readonly empty: string;
  readonly emptyHint: string;
  readonly look: string;
  readonly loading: string;
  readonly error: string;
  readonly retry: string;
  readonly gone: string;
  /** `{day}` */
  readonly savedOn: string;
  readonly remove: string;
  /** `{title}` */
  readonly removed: string;
  readonly undo: string;
  readonly closes: string;
  readonly openEnded: string;
  readonly statuses: Readonly<Record<OpportunityStatus, string>>;
  readonly factsLabel: string;
  readonly forYou: string;
  readonly fitOffer: string;
  readonly fitChange: string;

  readonly compare: string;
  readonly compareTitle: string;
  readonly compareHint: string;
  readonly compareFull: string;
  readonly organization: string;
  readonly factClosing: string;
  /** The compared facts in the order of the table, after closing date and organization. */
  readonly facts: Readonly<Record<string, string>>;

  readonly applied: string;
  readonly appliedEmpty: string;
  readonly appliedOn: string;
  /** For a saved opportunity, with `{day}`. */
  readonly appliedNote: string;
  /** `{day}` */
  readonly due: string;
  readonly overdue: string;
  readonly answered: string;
  readonly answeredOn: string;
  readonly wrote: string;
  /** `{days}` */
  readonly wroteOn: string;
  /** Reports to the editors, and the confirmations with `{day}`. */
  readonly telling: string;
  readonly ask: string;
  readonly yes: string;
  readonly no: string;
  readonly tell: string;
  readonly told: Readonly<Record<ReplyReport['said'], string>>;
  /** `{id}` */
  readonly number: string;
  readonly sentText: string;
  /** `{day}` */
  readonly corrected: string;
  readonly withdraw: string;
  /** `{organization}` */
  readonly withdrawText: string;
  readonly withdrawSend: string;
  readonly withdrawing: string;
  /** `{day}` */
  readonly withdrawnOn: string;
  /** `{title}` */
  readonly withdrawSubject: string;

  readonly transfer: string;
  readonly transferText: string;
  readonly save: string;
  readonly open: string;
  readonly fileName: string;
  readonly added: PluralForms;
  readonly updated: PluralForms;
  readonly nothingNew: string;
  readonly skipped: PluralForms;
  readonly foreign: string;
  readonly newer: string;
  readonly large: string;
  readonly full: string;
  readonly forbidden: string;
}

/** Props of the island, serialized into the page. */
export interface SavedProps {
  readonly locale: Locale;
  /** The number of card files. */
  readonly files: number;
  readonly searchPath: string;
  /** The address of the fit check's strings, and the page for the visitor's answers. */
  readonly fit: { readonly words: string; readonly page: string };
  /** The address for reports about replies; missing where the site has none. */
  readonly reply?: ReplyReportTarget | undefined;
  readonly strings: SavedStrings;
}
