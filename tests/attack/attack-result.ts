/** What was attacked how often, and what was wrong, in words. */
export interface AttackResult {
  readonly counts: Readonly<Record<string, number>>;
  readonly wrong: readonly string[];
}
