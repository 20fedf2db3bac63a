/** The entries that a publish leaves out, with the reasons and a link to each. */
import { entryKey } from '@/model/types/entry';
import type { Problem } from '@/model/problems';
import { createEntryRef, createProblemRef } from '@/report/entry-ref';
import type { PreparedContent } from '@/site/prepare/prepare';
import type { LeftOutEntry } from '@/status/publish-status';
import { localEditorUrl } from '../report';

const formatReason = ({ locale, field, message, hint }: Problem) => {
  const place = [locale, field].filter(Boolean).join('.');
  return `${place === '' ? '' : `${place}: `}${message} — ${hint}`;
};

/** Finds the entries that aren't on the site because of a problem, or because one that they need isn't. */
export function findLeftOut({
  content,
  problems,
  leftOut,
  hashes,
}: Pick<PreparedContent, 'content' | 'problems' | 'leftOut' | 'hashes'>): LeftOutEntry[] {
  const shown = new Set(content.entries.map(entryKey));
  const readable = new Map(leftOut.map((entry) => [entryKey(entry), entry]));
  const blocking = problems.filter((one) => one.severity !== 'warns' && !shown.has(entryKey(one)));
  return [...Map.groupBy(blocking, entryKey)].flatMap(([key, [first, ...others]]) => {
    if (!first) return [];
    const entry = readable.get(key);
    const { type, id, title, edit } = entry
      ? createEntryRef(entry, localEditorUrl)
      : createProblemRef(first, localEditorUrl);
    const reasons = [first, ...others].map(formatReason);
    return [{ type, id, title, hash: hashes.get(key), edit, reasons }];
  });
}
