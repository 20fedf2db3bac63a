/** The languages that a reader of a preview wants. */
import type { IncomingHttpHeaders } from 'node:http';
import { readLanguageCookie } from '../editor/language-cookie';

/** `'fr-CA, en;q=0.5, de;q=0.7' -> ['fr-CA', 'de', 'en']` */
function acceptedLanguages(header: string): string[] {
  return header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim());
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return { tag, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => tag !== '' && weight > 0)
    .toSorted((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);
}

/** Lists them from the most wanted one: that in the address, that of the local editor, those of the browser. */
export function wantedLanguages(
  asked: string | null,
  { cookie = '', 'accept-language': accepted = '' }: IncomingHttpHeaders,
): string[] {
  const inEditor = readLanguageCookie(cookie);
  return [
    ...(asked === null ? [] : [asked]),
    ...(inEditor ? [inEditor] : []),
    ...acceptedLanguages(accepted),
  ];
}
