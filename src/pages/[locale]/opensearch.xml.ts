import type { APIRoute } from 'astro';
import { formatOpenSearch } from '@/feeds/opensearch';
import type { Locale } from '@/i18n/locales';
import { localePaths, pageContext } from '@/render/page-context';
import { openSearchView } from '@/views/program-files';

export const getStaticPaths = localePaths;

export const GET: APIRoute<{ locale: Locale }> = async ({ props: { locale } }) =>
  new Response(formatOpenSearch(openSearchView(await pageContext(locale))));
