/** Keeps the note of a preview up to date about whether the page's entry is live. Loaded by pages of a preview alone. */
import { editorTranslator } from '@/i18n/editor';
import { toLocale } from '@/i18n/locales';
import type { EntryStatus } from '@/status/entry-status';
import { follow } from '@/status/follow.client';
import { formatStatus } from '@/status/format-status';

/** The most (ms) that passes between two questions. */
const longestWait = 10_000;

const line = document.querySelector<HTMLElement>('[data-status]');
const t = editorTranslator(toLocale(document.documentElement.lang) ?? 'en');

async function askStatus(address: string): Promise<EntryStatus | undefined> {
  try {
    const response = await fetch(address);
    return response.ok ? (((await response.json()) as EntryStatus | null) ?? undefined) : undefined;
  } catch {
    return undefined;
  }
}

if (line)
  follow(
    async () => {
      const status = await askStatus(line.dataset['status'] ?? '');
      // The note itself gives the reasons for which a build leaves it out.
      const text = status ? formatStatus(t, status).line : '';
      const isNew = text !== line.textContent;
      if (isNew) line.textContent = text;
      return isNew;
    },
    () => longestWait,
  );
