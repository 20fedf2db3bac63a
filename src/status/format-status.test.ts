import { expect, it } from 'vitest';
import { editorTranslator } from '@/i18n/editor';
import type { Locale } from '@/i18n/locales';
import type { EntryProgress } from './entry-status';
import { formatStatus } from './format-status';

const now = Date.parse('2026-11-25T18:00:00Z');
const today = '2026-11-25T14:01:30Z';
const since = '2026-11-25T14:02:00Z';

/** The words for a state, with plain spaces. */
function words(
  locale: Locale,
  progress: EntryProgress,
  rest: { savedAt?: string; isOtherLive?: boolean } = {},
) {
  const status = { ...progress, savedAt: today, isOtherLive: false, ...rest };
  const { line, reasons } = formatStatus(editorTranslator(locale), status, now, 'Africa/Dakar');
  return { line: line.replaceAll('\u00a0', ' '), reasons };
}

it.each<[Locale, EntryProgress, string]>([
  ['en', { is: 'saved' }, 'Saved 14:01'],
  ['en', { is: 'queued', since }, 'Saved 14:01 · queued'],
  ['en', { is: 'building', since }, 'Saved 14:01 · building'],
  ['en', { is: 'live', since }, 'Saved 14:01 · live since 14:02'],
  ['fr', { is: 'queued', since }, 'Enregistré à 14 h 01 · en attente de publication'],
  ['fr', { is: 'building', since }, 'Enregistré à 14 h 01 · publication en cours'],
  ['fr', { is: 'live', since }, 'Enregistré à 14 h 01 · en ligne depuis 14 h 02'],
  ['es', { is: 'queued', since }, 'Guardado hoy, 14:01 · en espera de publicación'],
  ['es', { is: 'building', since }, 'Guardado hoy, 14:01 · publicación en curso'],
  ['es', { is: 'live', since }, 'Guardado hoy, 14:01 · en línea desde hoy, 14:02'],
])('the state of an entry in words (%s, %j): %s', (locale, progress, line) => {
  expect(words(locale, progress).line).toBe(line);
});

it.each<[Locale, string]>([
  ['en', 'Saved 9 Mar 2026, 08:05 · live since 9 Mar 2026, 08:06'],
  ['fr', 'Enregistré le 9 mars 2026 à 8 h 05 · en ligne depuis le 9 mars 2026, 8 h 06'],
  ['es', 'Guardado el 9 mar. 2026, 08:05 · en línea desde el 9 mar. 2026, 08:06'],
])('what wasn’t today has its day (%s)', (locale, line) => {
  const old = { is: 'live', since: '2026-03-09T08:06:00Z' } as const;
  expect(words(locale, old, { savedAt: '2026-03-09T08:05:00Z' }).line).toBe(line);
});

it('the reader’s clock counts', () => {
  const status = { is: 'live', since, savedAt: today, isOtherLive: false } as const;
  // It is the next day there by now.
  expect(formatStatus(editorTranslator('en'), status, now, 'Asia/Manila').line).toBe(
    'Saved 25 Nov 2026, 22:01 · live since 25 Nov 2026, 22:02',
  );
});

it.each<[Locale, string]>([
  ['en', 'Saved 14:01 · not live · the site shows another version'],
  ['fr', 'Enregistré à 14 h 01 · pas en ligne · le site en montre une autre version'],
  ['es', 'Guardado hoy, 14:01 · fuera de línea · el sitio muestra otra versión'],
])('an entry that isn’t live has a reason, and what the site shows instead (%s)', (locale, line) => {
  const reasons = ['It has no title.'];
  expect(words(locale, { is: 'not-live', reasons }, { isOtherLive: true })).toEqual({ line, reasons });
});

it.each<[Locale, string, string]>([
  ['en', 'Saved 14:01 · nothing is publishing', 'Publishing has stopped.'],
  ['fr', 'Enregistré à 14 h 01 · aucune publication en cours', 'La publication s’est arrêtée.'],
  ['es', 'Guardado hoy, 14:01 · sin publicación en curso', 'La publicación se detuvo.'],
])('an entry that nothing publishes says what to do (%s)', (locale, line, reason) => {
  expect(words(locale, { is: 'stopped' })).toMatchObject({
    line,
    reasons: [expect.stringContaining(reason) as unknown],
  });
});

it('nothing is said of what isn’t known', () => {
  expect(words('en', { is: 'saved' }, { savedAt: '' }).line).toBe('');
  expect(words('en', { is: 'live', since }, { savedAt: '' }).line).toBe('Live since 14:02');
});
