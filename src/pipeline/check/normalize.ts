import { cleanText, type CleanedText, excerpt } from '@/model/characters';
import type { RawEntry, RawFields } from '@/model/types/entry';
import type { ProblemFinding } from '@/model/problems';
import { pruneFields } from '@/model/fields/prune';
import { mapEntry, type FieldPosition } from '@/model/fields/walk';
import { checkWebAddress, withoutUserInfo, type AddressFault } from '@/model/addresses/address';
import { wordsFault } from '@/model/addresses/link-words';
import type { FieldMeta } from '@/model/fields/fields';
import { isFormId } from '@/model/fields/form-id';

function findingsAbout({ direction, control, lost }: CleanedText, place: FieldPosition): ProblemFinding[] {
  const warn = (code: string, message: string, hint: string): ProblemFinding[] => [
    { code, severity: 'warns', message, hint, ...place },
  ];
  const left = (what: string) =>
    warn(
      'characters-hidden',
      `has invisible ${what}, which are left out`,
      'Type those words instead of copying them.',
    );
  const sign = 'has “\uFFFD”, the sign for a letter that a program couldn’t read';
  return [
    ...(direction ? left('signs that turn the direction of writing') : []),
    ...(control ? left('control characters') : []),
    ...(lost ? warn('characters-lost', sign, 'Write that word again.') : []),
  ];
}

/** A normalized value, or undefined with the reason. */
interface ReadValue {
  readonly value: string | undefined;
  readonly finding?: ProblemFinding;
}

/** Characters of a value that a message quotes. */
const longest = 80;

const leftOut = (code: string, text: string, reason: string, instead: string, hint: string): ReadValue => ({
  value: undefined,
  finding: {
    code,
    severity: 'warns',
    message: `is “${excerpt(withoutUserInfo(text), longest)}”, which ${reason}; ${instead}`,
    hint,
  },
});

const leftOutAddress = (text: string, { reason, hint }: AddressFault): ReadValue =>
  leftOut('address-refused', text, reason, 'it’s left out', hint);

/** The words that pages show as the link to an address within a group; '' for an address by itself. */
function linkWords({ locales, shared }: RawEntry, { locale, field }: FieldPosition): string {
  const keys = field.split('.').slice(0, -1);
  if (keys.length === 0) return '';
  const group = keys.reduce<unknown>(
    (value, key) => (value as RawFields)[key],
    locale === undefined ? shared : locales[locale],
  ) as RawFields;
  const words = group['text'] ?? group['name'] ?? group['source'];
  return typeof words === 'string' ? words : '';
}

/** Reads the text of a field by its kind. Invalid addresses and form ids are removed. */
function readValue({ holds }: Pick<FieldMeta, 'holds'>, text: string, words: () => string): ReadValue {
  switch (holds) {
    case 'web-address': {
      if (text === '') return { value: text };
      const checked = checkWebAddress(text);
      if ('fault' in checked) return leftOutAddress(text, checked.fault);
      const fault = wordsFault(words(), { hosts: [new URL(checked.href).hostname] });
      return fault ? leftOutAddress(text, fault) : { value: checked.href };
    }
    case 'form-id':
      if (text === '' || isFormId(text)) return { value: text };
      return leftOut(
        'form-id-invalid',
        text,
        'isn’t a form id',
        'the form of the organization or of the site is used instead',
        'Give only the last part of the form’s address: for https://formspree.io/f/abcdwxyz that is abcdwxyz.',
      );
    default:
      return { value: text };
  }
}

/**
 * Removes repeated items from each list: `[writing, data, writing] -> [writing, data]`. Pages would show them twice,
 * and lists would count them twice.
 */
function removeRepeats(fields: RawFields) {
  const findings: ProblemFinding[] = [];
  const once = Object.entries(fields).map(([field, value]): [string, unknown] => {
    if (!Array.isArray(value)) return [field, value];
    const seen = new Set<string>();
    const kept = value.filter((item: unknown, index) => {
      const key = JSON.stringify(item);
      if (!seen.has(key)) return seen.add(key);
      findings.push({
        code: 'list-repeat',
        severity: 'warns',
        field: `${field}.${index}`,
        message: 'is already in the list, and is left out',
        hint: 'Remove it, or choose the one you meant.',
      });
      return false;
    });
    return [field, kept];
  });
  return { fields: Object.fromEntries(once), findings };
}

/**
 * Normalizes an entry: empty values are absent, each item of a list is there once, texts are cleaned by `cleanText`,
 * and invalid addresses and form ids are removed. The findings are about removed parts.
 */
export function normalizeEntry(raw: RawEntry): {
  readonly entry: RawEntry;
  readonly findings: readonly ProblemFinding[];
} {
  const findings: ProblemFinding[] = [];
  const entry = mapEntry(raw, (meta, value, place) => {
    // JSON and people don't tell zero from minus zero.
    if (value === 0) return 0;
    if (typeof value !== 'string') return value;
    const cleaned = cleanText(value, meta.widget !== 'lines' && meta.widget !== 'markdown');
    findings.push(...findingsAbout(cleaned, place));
    const read = readValue(meta, cleaned.text, () => linkWords(raw, place));
    if (read.finding) findings.push({ ...read.finding, ...place });
    return read.value;
  });
  const locales = Object.fromEntries(
    Object.entries(entry.locales)
      .map(([locale, fields]) => [locale, pruneFields(fields)] as const)
      .filter(([, fields]) => Object.keys(fields).length > 0),
  );
  const shared = removeRepeats(pruneFields(entry.shared));
  return { entry: { ...entry, locales, shared: shared.fields }, findings: [...findings, ...shared.findings] };
}
