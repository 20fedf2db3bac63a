import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { translator } from '@/i18n/translate';
import { rawOpportunity, rawOrganization } from '@/model/samples.fixture';
import { opportunityCard } from '@/site/cards';
import { inLanguage, siteOf } from '@/site/site.fixture';
import { rowNames } from './opportunity-facts';
import { OpportunityRow } from './OpportunityRow';
import { renderRow } from './render-row';
import { rowFacts } from './row-facts';

const now = Date.parse('2026-11-25T00:00:00Z');
const site = siteOf(
  [
    rawOrganization('o1'),
    rawOpportunity('ongoing', { closes: undefined, reviewBy: '2030-01-15', posted: '2026-03-01' }),
    rawOpportunity('filled', { status: 'filled', posted: '2026-02-01' }),
    rawOpportunity('soon', {
      closes: { date: '2026-12-02', zone: 'Africa/Niamey' },
      posted: '2026-01-02',
      taskTypes: ['data'],
      languages: [
        { language: 'es', level: 'good', need: 'required' },
        { language: 'en', level: 'good', need: 'welcome' },
        { language: 'fr', level: 'good', need: 'welcome' },
      ],
      hours: { min: 0.5, max: 1 },
      length: { kind: 'one-off' },
    }),
    rawOpportunity('later', { closes: { date: '2027-12-02', zone: 'Africa/Niamey' }, posted: '2026-01-01' }),
  ],
  { now },
);
const t = translator('en');
const cards = inLanguage(site, 'en').opportunities.map(opportunityCard);
const cardOf = (wanted: string) => {
  const found = cards.find(({ id }) => id === wanted);
  if (!found) throw new Error(`No card of ${wanted}.`);
  return found;
};

it('leaves out languages that are only a plus, but for the one that the list is of', () => {
  const factsIn = (lang?: string) =>
    renderRow(t, cardOf('soon'), { task: 'data', lang }).match(/(?<=<li class="fact-[^>]*>)[^<]+/g);
  const [task, spanish, ...rest] = ['Data', 'Spanish, good', '30 minutes to 1 hour in all', 'One-off'];
  expect(factsIn()).toEqual([task, spanish, ...rest]);
  expect(factsIn('en')).toEqual([task, spanish, 'English, a plus', ...rest]);
});

it('is the same HTML in a list and live', () => {
  for (const card of [cardOf('ongoing'), cardOf('filled')]) {
    const live = createElement(OpportunityRow, {
      card,
      t,
      names: rowNames(t),
      summary: card.summary,
      facts: rowFacts(t, rowNames(t), card),
      save: createElement('span', { className: 'button save', 'data-save': card.id, 'data-lang': 'en' }),
    });
    expect(renderToStaticMarkup(live)).toBe(renderRow(t, card));
  }
});

it('names a closing day in its own zone, and from the day on which it is near', () => {
  expect(renderRow(t, cardOf('soon'))).toMatch(
    /<p class="row-when">closes <strong><time[^>]*>2 Dec 2026<\/time><\/strong><\/p>/,
  );
  expect(renderRow(t, cardOf('later'))).toContain('<p class="row-when" hidden="" data-from=');
  expect(renderRow(t, cardOf('later'), { brief: true })).not.toContain('row-when');
});
