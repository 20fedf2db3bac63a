import { createElement as element } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Translate } from '@/i18n/translate';
import { acceptsApplications, closingNamedFrom } from '@/model/time/lifecycle';
import type { OpportunityCard } from '@/site/cards';
import { rowNames, welcomeTexts } from './opportunity-facts';
import { OpportunityRow } from './OpportunityRow';
import { rowFacts, type Fact } from './row-facts';

/** Options of a row that depend on its list. */
interface RowOfList {
  /** The task that the list is of, else the main one is named. */
  readonly task?: string | undefined;
  /** The language that the list is of: named even where it's only a plus. */
  readonly lang?: string | undefined;
  /** True to leave out the summary, and what only comes later: a closing day that isn't near yet. */
  readonly brief?: boolean;
  /** False for a list without buttons that save. */
  readonly hasSave?: boolean;
  /** A line of words below the summary. */
  readonly note?: string | undefined;
}

function factsOf(t: Translate, card: OpportunityCard, { task, lang }: RowOfList): Fact[] {
  const facts = rowFacts(t, rowNames(t), card, task === undefined ? [] : [task]);
  const welcome = lang === undefined ? [] : welcomeTexts(t, card.shared, lang);
  // After the languages that are a condition
  return facts.toSpliced(-2, 0, ...welcome.map((text): Fact => ({ kind: 'lang', text })));
}

/** The closing day, which `closing-check.client.ts` writes once it is near. */
function laterDay(t: Translate, closesAt: number) {
  const dateTime = new Date(closesAt).toISOString();
  const day = element('time', { dateTime, 'data-closing-day': '' });
  return element(
    'p',
    { className: 'row-when', hidden: true, 'data-from': closingNamedFrom(closesAt) },
    element('span', { 'data-text': t('row.closes') }),
    ' ',
    element('strong', {}, day),
  );
}

/** Rows as most lists have them, each of which is in a dozen. A card belongs to one language and one build. */
const rendered = new WeakMap<OpportunityCard, string>();

/** The HTML of a row, with places for what scripts add. One with nothing of its list is rendered only once. */
export function renderRow(t: Translate, card: OpportunityCard, own?: RowOfList): string {
  const known = own ? undefined : rendered.get(card);
  if (known !== undefined) return known;
  const { id, stage, lang, closesAt } = card;
  const { brief, note, hasSave = true } = own ?? {};
  const row = element(
    OpportunityRow,
    {
      card,
      t,
      names: rowNames(t),
      summary: brief ? undefined : card.summary,
      facts: factsOf(t, card, own ?? {}),
      later: closesAt === undefined || brief ? null : laterDay(t, closesAt),
      closes: acceptsApplications(stage) ? closesAt : undefined,
      save: hasSave
        ? element('span', { className: 'button save', 'data-save': id, 'data-lang': lang })
        : undefined,
    },
    note && element('p', { className: 'row-note' }, note),
  );
  const html = renderToStaticMarkup(row);
  if (!own) rendered.set(card, html);
  return html;
}
