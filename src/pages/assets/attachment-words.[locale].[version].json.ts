import type { APIRoute } from 'astro';
import { attachmentWords } from '@/applications/form/attachment/attachment-words';
import { wordsFile } from '@/applications/form/words-file';
import { currentSite } from '@/render/current-site';
import { translator } from '@/i18n/translate';

export const getStaticPaths = async () =>
  (await currentSite()).locales.map((locale) => {
    const { version, text } = wordsFile(locale, attachmentWords(translator(locale)), 'attachment');
    return { params: { locale, version }, props: { text } };
  });

/** What a form says of a file that goes with an application: loaded where a form takes one. */
export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'application/json' } });
