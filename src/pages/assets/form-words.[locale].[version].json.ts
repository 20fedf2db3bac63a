import type { APIRoute } from 'astro';
import { formFile } from '@/applications/form/form-strings';
import { currentSite } from '@/render/current-site';
import { translator } from '@/i18n/translate';

export const getStaticPaths = async () =>
  (await currentSite()).locales.flatMap((locale) =>
    (['apply', 'message'] as const).map((of) => {
      const { version, text } = formFile(translator(locale), of);
      return { params: { locale, version }, props: { text } };
    }),
  );

/** The strings of a form beside its questions, for applications and messages; loaded when a visitor scrolls near one. */
export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'application/json' } });
