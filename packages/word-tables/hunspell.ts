/** Reads dictionaries in Hunspell’s format: a list of words with flags, and a list of affixes that flags allow. */

/** An ending that replaces another, or a beginning. */
export interface AffixRule {
  readonly flag: string;
  readonly isPrefix: boolean;
  readonly strip: string;
  readonly add: string;
  /** The condition that a word must match. */
  readonly condition: RegExp;
  /** Flags of the word that it makes. */
  readonly flags: readonly string[];
  /** The tags of the form in the dictionary: `po:ipsi` is the French simple past. */
  readonly tags: readonly string[];
}

interface Affixes {
  readonly rules: ReadonlyMap<string, readonly AffixRule[]>;
  splitFlags(flags: string): readonly string[];
  /** The flag of words that don’t stand without an affix. */
  readonly needsAffix: string | undefined;
}

/** Reads an `.aff` file. Compounds, and what only helps to correct words, are ignored. */
export function readAffixes(text: string): Affixes {
  const isLong = /^FLAG long/mu.test(text);
  const splitFlags = (flags: string) => (isLong ? (flags.match(/../gu) ?? []) : [...flags]);
  const rules = new Map<string, AffixRule[]>();
  for (const line of text.split('\n')) {
    // The first line of a flag has only its number of rules.
    const [kind, flag = '', strip = '', added = '', condition, ...tags] = line.trim().split(/\s+/u);
    if ((kind !== 'SFX' && kind !== 'PFX') || condition === undefined) continue;
    const [add = '', flags = ''] = added.split('/');
    const isPrefix = kind === 'PFX';
    const known = rules.get(flag) ?? [];
    rules.set(flag, known);
    known.push({
      flag,
      isPrefix,
      strip: strip === '0' ? '' : strip,
      add: add === '0' ? '' : add,
      condition: new RegExp(isPrefix ? `^(?:${condition})` : `(?:${condition})$`, 'u'),
      flags: splitFlags(flags),
      tags,
    });
  }
  return { rules, splitFlags, needsAffix: /^NEEDAFFIX (\S+)/mu.exec(text)?.[1] };
}

function applyRule(word: string, { isPrefix, strip, add, condition }: AffixRule): string | undefined {
  if (!condition.test(word)) return undefined;
  if (isPrefix) return word.startsWith(strip) ? add + word.slice(strip.length) : undefined;
  return word.endsWith(strip) ? word.slice(0, word.length - strip.length) + add : undefined;
}

/**
 * Yields the forms of a line of a `.dic` file, for rules that are wanted: `abate/S -> abate, abates`. A word takes a
 * suffix, then what that allows, and a prefix.
 */
export function* expandLine(
  line: string,
  { rules, splitFlags, needsAffix }: Affixes,
  isWanted: (rule: AffixRule) => boolean,
): Generator<string> {
  const [entry = ''] = line.split(/\s/u);
  const [, word = entry, marks = ''] = /^(.+?)\/(.*)$/u.exec(entry) ?? [];
  function* formsOf(base: string, flags: readonly string[], depth: number): Generator<string> {
    if (needsAffix === undefined || !flags.includes(needsAffix)) yield base;
    if (depth === 0) return;
    for (const rule of flags.flatMap((flag) => rules.get(flag) ?? []).filter(isWanted)) {
      const form = applyRule(base, rule);
      // The flags of the word that make beginnings hold for its forms too.
      const beginnings = rule.isPrefix ? [] : flags.filter((flag) => rules.get(flag)?.[0]?.isPrefix);
      if (form !== undefined) yield* formsOf(form, [...rule.flags, ...beginnings], depth - 1);
    }
  }
  yield* formsOf(word, splitFlags(marks), 3);
}
