/** The cards of an organization's opportunities. The style shows the one that the address names, else all that are open. */
import type { Translate } from '@/i18n/translate';
import { acceptsApplications } from '@/model/time/lifecycle';
import { oneLine } from '@/model/characters';
import { html, type Html } from '@/model/html';
import type { EmbedSheet, EmbedView } from '@/views/share/embed-views';
import { localizedHtml } from './embed-html';
import { cardHtml, linkHtml } from './opportunity-card';

/** Returns what stands before the cards where the address names none: also that of an opportunity that left the site. */
function headHtml(t: Translate, { name, cards }: EmbedSheet, { page, everything }: EmbedView): Html {
  const title = html`<h1>${linkHtml(page, localizedHtml(name, t.locale))}</h1>`;
  const gone = html`<p>${oneLine(t('embed.gone'))}</p>`;
  if (cards.some(({ stage }) => acceptsApplications(stage))) return html`<div>${title}${gone}</div>`;
  const on = linkHtml(everything, oneLine(t('browse.everything')), 'on');
  return html`<div>${title}<p>${oneLine(t('embed.none'))}</p><p>${on}</p></div>`;
}

/** The sheet's body. */
export function sheetBody(t: Translate, sheet: EmbedSheet, view: EmbedView): Html {
  return html`${headHtml(t, sheet, view)}${sheet.cards.map((card) => cardHtml(t, card, view))}`;
}
