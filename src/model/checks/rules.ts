/**
 * The rules as readers see them, each with the checks that stand behind it: the page for organizations, the fact sheet
 * and the code have one list. Source: the programme's public criteria. Words: `src/i18n/strings`, keys `rule.<id>` (the
 * rule) and `rule.<id>.text` (what it means).
 */

/**
 * Who sees to a rule. The build decides what a program can decide, and leaves out what breaks it; the rest is for an
 * editor, who may get a warning about wording.
 */
type Judge = 'build' | 'editor';

export interface Rule {
  readonly id: string;
  readonly judge: Judge;
  /** Codes of the checks that see to it, or that warn the editor; none if only a person can tell. */
  readonly checks: readonly string[];
}

/** The requirements for an organization. */
export const eligibilityRules = [
  // The model takes no other kind, so there is nothing left to check.
  { id: 'kind', judge: 'build', checks: [] },
  { id: 'registration', judge: 'build', checks: ['registration'] },
  { id: 'verified', judge: 'editor', checks: ['verified'] },
  { id: 'benefit', judge: 'editor', checks: [] },
] as const satisfies readonly Rule[];

/** The rules for an opportunity. */
export const opportunityRules = [
  { id: 'title', judge: 'editor', checks: ['title-verb', 'title-post'] },
  { id: 'deliverable', judge: 'build', checks: ['deliverable'] },
  { id: 'measurable', judge: 'editor', checks: [] },
  { id: 'online', judge: 'editor', checks: [] },
  { id: 'hours', judge: 'build', checks: ['hours'] },
  { id: 'length', judge: 'build', checks: ['length'] },
  { id: 'dates', judge: 'build', checks: ['dates'] },
  { id: 'soliciting', judge: 'editor', checks: ['soliciting'] },
  { id: 'supervising', judge: 'editor', checks: ['supervising'] },
  { id: 'name', judge: 'editor', checks: [] },
  { id: 'fair', judge: 'editor', checks: [] },
] as const satisfies readonly Rule[];

export type RuleId = (typeof eligibilityRules | typeof opportunityRules)[number]['id'];

/** Checks that keep an entry whole and that no rule for organizations stands behind. */
export const housekeeping: readonly string[] = ['apply', 'languages', 'reply-rate', 'alt-missing'];
