import type { APIRoute } from 'astro';
import { currentSite } from '@/render/current-site';
import { viewReader } from '@/render/page-context';
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

/** A build takes over the files of the last one whose cards are the same. */
export const readPlan = viewReader(({ file }: { file: CardFile }) => Promise.resolve(file));

/** The cards of opportunities for the page of saved ones. */
export const GET: APIRoute<{ file: CardFile }> = ({ props }) =>
  new Response(`${JSON.stringify(props.file)}\n`, { headers: { 'Content-Type': 'application/json' } });
