import { describe, expect, it } from 'vitest';
import { locales } from '@/i18n/locales';
import { translator } from '@/i18n/translate';
import { checks } from './checks';
import { eligibilityRules, housekeeping, opportunityRules, type Rule } from './rules';

const pairs = [
  [eligibilityRules as readonly Rule[], checks.organization ?? []],
  [opportunityRules as readonly Rule[], checks.opportunity ?? []],
] as const;
const rules: readonly Rule[] = [...eligibilityRules, ...opportunityRules];

describe('the rules that readers see', () => {
  it('have every check behind exactly one rule, or name it as housekeeping', () => {
    for (const [list, own] of pairs) {
      const codes = list.flatMap((rule) => rule.checks);
      const known = own.map(({ code }) => code);
      expect(codes.filter((code) => !known.includes(code))).toEqual([]);
      for (const code of known) {
        const places = [...codes, ...housekeeping].filter((other) => other === code);
        expect(places, code).toHaveLength(1);
      }
    }
  });

  it('say “checked automatically” only of what the checks show as such', () => {
    for (const [list, own] of pairs) {
      for (const { id, judge, checks: codes } of list) {
        if (judge !== 'build') continue;
        for (const code of codes) expect(own.find((check) => check.code === code)?.shown, id).toBe(true);
      }
    }
  });

  it.each(locales)('have words in every language (%s)', (locale) => {
    const t = translator(locale);
    for (const { id } of rules) {
      expect(t.maybe(`rule.${id}`), id).toBeDefined();
      expect(t.maybe(`rule.${id}.text`), id).toBeDefined();
    }
  });
});
