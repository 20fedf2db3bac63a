import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { closingCalendar, closingPaths } from '@/catalog/feeds';

export const getStaticPaths = closingPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props, url, site = url }) =>
  closingCalendar(props, site).then((text) => new Response(text));
