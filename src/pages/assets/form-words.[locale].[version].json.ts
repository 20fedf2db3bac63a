import type { APIRoute } from 'astro';
import { formWords } from '@/apply/form-words';
import { wordsFile } from '@/apply/words-file';
import { getSite } from '@/catalog/site';
import { translator } from '@/i18n/translate';

export const getStaticPaths = async () =>
  (await getSite()).locales.map((locale) => {
    const { version, text } = wordsFile(locale, formWords(translator(locale)));
    return { params: { locale, version }, props: { text } };
  });

/** What the application form says besides its questions: loaded when a visitor comes near one. */
export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'application/json' } });
