/** The rules for organizations and opportunities in words, with the model's own limits. */
import type { Translate } from '@/i18n/translate';
import type { Rule, RuleId } from '@/model/checks/rules';
import { maxHoursPerWeek, maxWeeks } from '@/model/vocabularies/bands';

/** A rule as readers see it. */
export interface RuleWords {
  readonly id: string;
  readonly name: string;
  /** What it means. */
  readonly text: string;
  /** Who sees to it, in words. */
  readonly judge: string;
  readonly by: Rule['judge'];
}

const limits = { hours: maxHoursPerWeek, weeks: maxWeeks };

function judgeOf(t: Translate, { judge, checks }: Rule): string {
  if (judge === 'build') return t('rules.judge.build');
  return t(checks.length > 0 ? 'rules.judge.warned' : 'rules.judge.editor');
}

/** Rules in words: `hours` -> “At most 20 hours a week”, “Checked automatically”. */
export function ruleWords(t: Translate, rules: readonly (Rule & { readonly id: RuleId })[]): RuleWords[] {
  return rules.map((rule) => ({
    id: rule.id,
    name: t(`rule.${rule.id}`, limits),
    text: t(`rule.${rule.id}.text`),
    judge: judgeOf(t, rule),
    by: rule.judge,
  }));
}
