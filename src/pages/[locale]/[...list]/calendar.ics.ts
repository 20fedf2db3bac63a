import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { feedPaths, listFeed } from '@/catalog/feeds';

export const getStaticPaths = feedPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = async ({ props, url, site = url }) =>
  new Response(await listFeed(props, 'calendar', site));
