import type { APIRoute } from 'astro';
import { currentSite } from '@/render/current-site';
import { createCardFiles } from '@/device/saved/create-card-files';
import type { CardFile } from '@/device/saved/saved-card';
import { translator } from '@/i18n/translate';

export const getStaticPaths = async () =>
  [...(await currentSite()).byLocale].flatMap(([locale, { opportunities }]) =>
    createCardFiles(translator(locale), opportunities).map((file, number) => ({
      params: { locale, number: String(number) },
      props: { file },
    })),
  );

/** The cards of opportunities for the page of saved ones. */
export const GET: APIRoute<{ file: CardFile }> = ({ props }) =>
  new Response(`${JSON.stringify(props.file)}\n`, { headers: { 'Content-Type': 'application/json' } });
