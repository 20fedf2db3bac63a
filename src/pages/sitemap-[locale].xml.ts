import { fileRoute } from '@/render/page-context';
import { formatSitemap } from '@/share/sitemap';
import { sitemapView } from '@/views/sitemap';

export const { getStaticPaths, GET } = fileRoute((context) => formatSitemap(sitemapView(context)));
