import type { APIRoute } from 'astro';
import { formatFeedStyle } from '@/feeds/feed-style';
import type { Locale } from '@/i18n/locales';
import { localePaths, pageContext } from '@/render/page-context';
import { feedStyleView } from '@/views/feeds/feed-style';

export const getStaticPaths = localePaths;

export const GET: APIRoute<{ locale: Locale }> = async ({ props: { locale } }) =>
  new Response(formatFeedStyle(feedStyleView(await pageContext(locale))));
