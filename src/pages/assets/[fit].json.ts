import type { APIRoute } from 'astro';
import { currentSite } from '@/render/current-site';
import { createFitStringsFile } from '@/device/fit-page/fit-strings';
import { translator } from '@/i18n/translate';

export const getStaticPaths = async () =>
  (await currentSite()).locales.map((locale) => {
    const { name, text } = createFitStringsFile(translator(locale));
    return { params: { fit: name }, props: { text } };
  });

/** The words of the fit check in a language. Its address changes with its content, like that of every other asset. */
export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'application/json' } });
