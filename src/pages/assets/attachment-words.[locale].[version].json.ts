import type { APIRoute } from 'astro';
import { attachmentStrings } from '@/applications/form/attachment/attachment-strings';
import { createStringsFile } from '@/applications/form/strings-file';
import { currentSite } from '@/render/current-site';
import { translator } from '@/i18n/translate';

export const getStaticPaths = async () =>
  (await currentSite()).locales.map((locale) => {
    const { version, text } = createStringsFile(locale, attachmentStrings(translator(locale)), 'attachment');
    return { params: { locale, version }, props: { text } };
  });

/** The strings about a file that is attached to an application; loaded if a form accepts one. */
export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'application/json' } });
