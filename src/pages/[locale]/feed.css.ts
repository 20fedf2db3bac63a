import { formatFeedStyle } from '@/feeds/feed-style';
import { fileRoute } from '@/render/page-context';
import { feedStyleView } from '@/views/feeds/feed-style';

export const { getStaticPaths, GET } = fileRoute((context) => formatFeedStyle(feedStyleView(context)));
