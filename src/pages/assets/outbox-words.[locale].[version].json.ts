import type { APIRoute } from 'astro';
import { createStringsFile } from '@/applications/form/strings-file';
import { outboxStrings } from '@/applications/outbox/panel/outbox-strings';
import { currentSite } from '@/render/current-site';
import { translator } from '@/i18n/translate';

export const getStaticPaths = async () =>
  (await currentSite()).locales.map((locale) => {
    const { version, text } = createStringsFile(locale, outboxStrings(translator(locale)), 'outbox');
    return { params: { locale, version }, props: { text } };
  });

/** The strings about submissions that waited to be sent; loaded on any page if there are some. */
export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'application/json' } });
