import type { APIRoute } from 'astro';
import { formWords } from '@/applications/form/form-words';
import { wordsFile } from '@/applications/form/words-file';
import { currentSite } from '@/render/current-site';
import { translator } from '@/i18n/translate';

export const getStaticPaths = async () =>
  (await currentSite()).locales.flatMap((locale) =>
    (['apply', 'message'] as const).map((of) => {
      const { version, text } = wordsFile(locale, formWords(translator(locale), of));
      return { params: { locale, version }, props: { text } };
    }),
  );

/** What a form says besides its questions, for applications and for messages: loaded when a visitor comes near one. */
export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'application/json' } });
