import { describe, expect, it } from 'vitest';
import { translator } from '@/i18n/translate';
import { rawOpportunity, rawOrganization, rawSettings } from '@/model/samples.fixture';
import { inLanguage, siteOf } from '@/site/site.fixture';
import { formatComparedFacts, readComparedFacts } from './compared-facts';
import { comparedFacts } from './comparison-rows';

const page = (json: string) => `<p><script type="application/json" id="compared">${json}</script></p>`;

describe('the compared facts of an opportunity', () => {
  it('are in the reader’s words, without those that it has none of', () => {
    const site = siteOf([
      rawOrganization('o1', { replyDays: 12 }),
      rawSettings(),
      rawOpportunity('wells', { countries: ['NE'], replyDays: 5 }),
    ]);
    const [wells] = inLanguage(site, 'fr').opportunities;
    const facts = wells && comparedFacts(translator('fr'), wells);
    expect(facts).toMatchObject({ benefits: ['Niger'], reply: ['sous 5 jours'] });
    expect(facts).not.toHaveProperty('starts');
  });

  it('are read from its page as they were written', () => {
    const facts = { task: ['Web & “IT”'], skills: ['</script><b>'] };
    expect(readComparedFacts(page(formatComparedFacts(facts)))).toEqual(facts);
  });

  it('aren’t there on another page', () => {
    expect(readComparedFacts('<title>Log in</title><script id="other">{}</script>')).toBeUndefined();
  });
});
