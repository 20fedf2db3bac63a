/** Formats structured data for a page: https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents */
import { cleanText } from '@/model/characters';
import type { TypedThing } from '@/views/structured/things';

/**
 * Formats things as the text of a `<script type="application/ld+json">`. Any content stays text: no `<` is left that
 * could end the script or begin a comment, and no character that changes the direction of text.
 */
export function formatJsonLd(things: readonly TypedThing[]): string {
  const [only] = things;
  const data = things.length === 1 ? only : { '@graph': things };
  return JSON.stringify({ '@context': 'https://schema.org', ...(data as object) }, (_key, value: unknown) =>
    typeof value === 'string' ? cleanText(value, false).text : value,
  ).replaceAll('<', String.raw`\u003c`);
}
