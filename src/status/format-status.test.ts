import { describe, expect, it } from 'vitest';
import { editorTranslator } from '@/i18n/editor';
import type { Locale } from '@/i18n/locales';
import type { EntryProgress } from './entry-status';
import { formatStatus } from './format-status';

const clock = { now: Date.parse('2026-11-25T18:00:00Z'), timeZone: 'Africa/Dakar' };

const lineOf = (
  locale: Locale,
  progress: EntryProgress,
  savedAt = '2026-11-25T14:01:30Z',
  isOtherLive = false,
) => formatStatus(editorTranslator(locale), { ...progress, savedAt, isOtherLive }, clock).line;

const live = { is: 'live', since: '2026-11-25T14:02:00Z' } as const;
const since = '2026-11-25T14:01:40Z';

describe('the words for the state of an entry', () => {
  it.each([
    [
      'en',
      ['Saved 14:01', 'Saved 14:01 · queued', 'Saved 14:01 · building', 'Saved 14:01 · live since 14:02'],
    ],
    [
      'fr',
      [
        'Enregistré à 14\u00a0h\u00a001',
        'Enregistré à 14\u00a0h\u00a001 · en attente de publication',
        'Enregistré à 14\u00a0h\u00a001 · publication en cours',
        'Enregistré à 14\u00a0h\u00a001 · en ligne depuis 14\u00a0h\u00a002',
      ],
    ],
    [
      'es',
      [
        'Guardado hoy, 14:01',
        'Guardado hoy, 14:01 · en espera de publicación',
        'Guardado hoy, 14:01 · publicación en curso',
        'Guardado hoy, 14:01 · en línea desde hoy, 14:02',
      ],
    ],
  ] as const)('follow it from saved to live (%s)', (locale, lines) => {
    const states = [{ is: 'saved' }, { is: 'queued', since }, { is: 'building', since }, live] as const;
    expect(states.map((state) => lineOf(locale, state))).toEqual(lines);
  });

  it.each([
    ['en', 'Saved 9 Mar 2026, 08:05 · live since 9 Mar 2026, 08:06'],
    [
      'fr',
      'Enregistré le 9\u00a0mars 2026 à 8\u00a0h\u00a005 · en ligne depuis le 9\u00a0mars 2026, 8\u00a0h\u00a006',
    ],
    ['es', 'Guardado el 9\u00a0mar 2026, 08:05 · en línea desde el 9\u00a0mar 2026, 08:06'],
  ] as const)('have the day of what wasn’t today (%s)', (locale, line) => {
    const old = { is: 'live', since: '2026-03-09T08:06:00Z' } as const;
    expect(lineOf(locale, old, '2026-03-09T08:05:00Z').replaceAll('\u00a0', ' ')).toBe(
      line.replaceAll('\u00a0', ' '),
    );
  });

  it('use the reader’s clock', () => {
    const t = editorTranslator('en');
    const status = { ...live, savedAt: '2026-11-25T14:01:00Z', isOtherLive: false };
    const inManila = { ...clock, timeZone: 'Asia/Manila' };
    // It is the next day there by now.
    expect(formatStatus(t, status, inManila).line).toBe(
      'Saved 25 Nov 2026, 22:01 · live since 25 Nov 2026, 22:02',
    );
  });

  it.each([
    ['en', 'Saved 14:01 · not live · the site shows another version'],
    ['fr', 'Enregistré à 14\u00a0h\u00a001 · pas en ligne · le site en montre une autre version'],
    ['es', 'Guardado hoy, 14:01 · fuera de línea · el sitio muestra otra versión'],
  ] as const)('give the reason, and say what the site shows instead (%s)', (locale, line) => {
    const status = {
      is: 'not-live',
      reasons: ['It has no title.'],
      savedAt: since,
      isOtherLive: true,
    } as const;
    expect(formatStatus(editorTranslator(locale), status, clock)).toEqual({
      line,
      reasons: ['It has no title.'],
    });
  });

  it.each([
    [
      'en',
      'Saved 14:01 · nothing is publishing',
      'Publishing has stopped. Your change is saved. Ask the person who runs the site to start publishing again.',
    ],
    [
      'fr',
      'Enregistré à 14\u00a0h\u00a001 · aucune publication en cours',
      'La publication s’est arrêtée. Votre modification est enregistrée. Demandez à la personne qui gère le site de relancer la publication.',
    ],
    [
      'es',
      'Guardado hoy, 14:01 · sin publicación en curso',
      'La publicación se detuvo. Tu cambio está guardado. Pide a la persona que administra el sitio que reinicie la publicación.',
    ],
  ] as const)('say that nothing is publishing, and what to do (%s)', (locale, line, reason) => {
    const status = { is: 'stopped', savedAt: since, isOtherLive: false } as const;
    expect(formatStatus(editorTranslator(locale), status, clock)).toEqual({ line, reasons: [reason] });
  });

  it('say nothing of what isn’t known', () => {
    expect(lineOf('en', { is: 'saved' }, '')).toBe('');
    expect(lineOf('en', live, '')).toBe('Live since 14:02');
    expect(lineOf('es', { is: 'queued', since }, '')).toBe('En espera de publicación');
  });
});
