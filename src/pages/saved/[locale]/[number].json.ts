import type { APIRoute } from 'astro';
import { getSite } from '@/catalog/site';
import type { CardFile } from '@/device/saved/saved-card';
import { createCardFiles } from '@/device/saved/create-card-files';
import { translator } from '@/i18n/translate';

export const getStaticPaths = async () =>
  [...(await getSite()).byLocale].flatMap(([locale, { opportunities }]) =>
    createCardFiles(translator(locale), opportunities).map((file, number) => ({
      params: { locale, number: String(number) },
      props: { file },
    })),
  );

/** What the page of saved opportunities shows of those that it has. */
export const GET: APIRoute<{ file: CardFile }> = ({ props }) =>
  new Response(`${JSON.stringify(props.file)}\n`, { headers: { 'Content-Type': 'application/json' } });
