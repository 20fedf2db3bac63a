import { formatFeedStyle } from '@/feeds/feed-style';
import { fileRoute } from '@/render/page-context';
import { feedStyleView } from '@/views/program-files';

export const { getStaticPaths, GET } = fileRoute((context) => formatFeedStyle(feedStyleView(context)));
