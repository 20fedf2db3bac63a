import type { APIRoute } from 'astro';
import type { Locale } from '@/i18n/locales';
import { createManifest } from '@/offline/manifest';
import { localePaths, pageContext } from '@/render/page-context';
import { manifestView } from '@/views/program-files';

export const getStaticPaths = localePaths;

export const GET: APIRoute<{ locale: Locale }> = async ({ props: { locale } }) =>
  Response.json(createManifest(manifestView(await pageContext(locale))));
