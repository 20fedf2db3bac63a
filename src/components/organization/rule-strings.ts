/** Formats the rules for organizations and opportunities, with the model's own limits. */
import type { Translate } from '@/i18n/translate';
import type { Rule, RuleId } from '@/model/checks/rules';
import { maxHoursPerWeek, maxWeeks } from '@/model/vocabularies/bands';

const limits = { hours: maxHoursPerWeek, weeks: maxWeeks };

function judgeText(t: Translate, { judge, checks }: Rule): string {
  if (judge === 'build') return t('rules.judge.build');
  return t(checks.length > 0 ? 'rules.judge.warned' : 'rules.judge.editor');
}

/** Formats rules: `hours` -> “It takes at most 20 hours a week”, what that means, and “Checked automatically”. */
export const ruleStrings = (t: Translate, rules: readonly (Rule & { readonly id: RuleId })[]) =>
  rules.map((rule) => ({
    id: rule.id,
    name: t(`rule.${rule.id}`, limits),
    text: t(`rule.${rule.id}.text`),
    judge: judgeText(t, rule),
    by: rule.judge,
  }));
