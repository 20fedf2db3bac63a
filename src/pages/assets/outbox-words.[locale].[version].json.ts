import type { APIRoute } from 'astro';
import { wordsFile } from '@/applications/form/words-file';
import { outboxWords } from '@/applications/outbox/panel/outbox-words';
import { currentSite } from '@/render/current-site';
import { translator } from '@/i18n/translate';

export const getStaticPaths = async () =>
  (await currentSite()).locales.map((locale) => {
    const { version, text } = wordsFile(locale, outboxWords(translator(locale)), 'outbox');
    return { params: { locale, version }, props: { text } };
  });

/** What is said on any page of something that waited to be sent: loaded where there was something. */
export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'application/json' } });
