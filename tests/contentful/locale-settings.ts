import { OperatorError } from '@/model/operator-error';
import type { SpaceExport } from '../../packages/contentful-local/server.ts';

/** A locale for the stand-in's space. */
export interface LocaleSetting {
  readonly code: string;
  readonly fallbackCode?: string;
}

const codePattern = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

/**
 * Reads `--locales`: codes with an optional fallback, the default locale first: `en-US,fr-FR:en-US`.
 * Throws an `OperatorError`.
 */
export function parseLocales(value: string): LocaleSetting[] {
  const settings = value.split(',').map((item): LocaleSetting => {
    const [code = '', fallbackCode, ...rest] = item.trim().split(':');
    if (!codePattern.test(code) || rest.length > 0 || fallbackCode === '') {
      throw new OperatorError(
        `“${item}” is not a locale.`,
        'Write codes with commas between: en-US,fr-FR:en-US',
      );
    }
    return { code, ...(fallbackCode === undefined ? {} : { fallbackCode }) };
  });
  assertFallbacks(settings);
  return settings;
}

function assertFallbacks(settings: readonly LocaleSetting[]): void {
  const codes = settings.map(({ code }) => code);
  for (const { code, fallbackCode } of settings) {
    if (codes.filter((other) => other === code).length > 1) {
      throw new OperatorError(`The locale ${code} is given twice.`, 'Give each once.');
    }
    if (fallbackCode !== undefined && !codes.includes(fallbackCode)) {
      throw new OperatorError(
        `The locale ${code} falls back to ${fallbackCode}, which the space wouldn’t have.`,
        `Give one of ${codes.join(', ')}, or add it.`,
      );
    }
  }
}

/** Builds the locales as Contentful describes them. The first is the default. */
export function buildLocales(settings: readonly LocaleSetting[]): NonNullable<SpaceExport['locales']> {
  assertFallbacks(settings);
  const names = new Intl.DisplayNames('en', { type: 'language' });
  return settings.map(({ code, fallbackCode }, index) => ({
    code,
    name: names.of(code) ?? code,
    default: index === 0,
    fallbackCode: fallbackCode ?? null,
    sys: { id: `locale-${code}`, type: 'Locale', version: 1 },
  }));
}
