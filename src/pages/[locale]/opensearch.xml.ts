import { formatOpenSearch } from '@/feeds/opensearch';
import { fileRoute } from '@/render/page-context';
import { openSearchView } from '@/views/program-files';

export const { getStaticPaths, GET } = fileRoute((context) => formatOpenSearch(openSearchView(context)));
