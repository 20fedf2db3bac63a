import type { APIRoute } from 'astro';
import { currentSite } from '@/render/current-site';
import type { CardFile } from '@/device/saved/card';
import { cardFiles } from '@/device/saved/card-files';
import { translator } from '@/i18n/translate';

export const getStaticPaths = async () =>
  [...(await currentSite()).byLocale].flatMap(([locale, { opportunities }]) =>
    cardFiles(translator(locale), opportunities).map((file, number) => ({
      params: { locale, number: String(number) },
      props: { file },
    })),
  );

/** What the page of saved opportunities shows of those that it has. */
export const GET: APIRoute<{ file: CardFile }> = ({ props }) =>
  new Response(`${JSON.stringify(props.file)}\n`, { headers: { 'Content-Type': 'application/json' } });
