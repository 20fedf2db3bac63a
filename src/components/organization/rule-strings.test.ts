import { describe, expect, it } from 'vitest';
import { translator } from '@/i18n/translate';
import { eligibilityRules, opportunityRules } from '@/model/checks/rules';
import { ruleStrings } from './rule-strings';

describe('the rules in words', () => {
  const rules = ruleStrings(translator('en'), opportunityRules);
  const named = (id: string) => rules.find((rule) => rule.id === id);

  it('take their limits from the model', () => {
    expect(named('hours')?.name).toBe('It takes at most 20 hours a week');
    expect(named('length')?.name).toBe('It lasts at most 12 weeks, unless it’s ongoing');
  });

  it('say who sees to each', () => {
    expect(named('hours')?.judge).toBe('Checked automatically');
    expect(named('online')?.judge).toBe('Confirmed by an editor');
    expect(named('title')?.judge).toBe(
      'Flagged automatically if something looks wrong, then confirmed by an editor',
    );
    expect(ruleStrings(translator('en'), eligibilityRules)[2]?.judge).toContain('confirmed by an editor');
  });
});
