/** For tests with the stand-in for Contentful: its client, and what configures a command for it. */
import { createClient, type PlainClientAPI } from 'contentful-management';
import type { ContentfulServer } from '../../tests/contentful/start';

type Host = Pick<ContentfulServer, 'host'>;

export const spaceEnvironment = ({ host }: Host) => ({
  CONTENTFUL_HOST: host,
  CONTENTFUL_SPACE_ID: 'local',
  CONTENTFUL_MANAGEMENT_TOKEN: 'local-management',
});

export const openClient = ({ management }: Pick<ContentfulServer, 'management'>): PlainClientAPI =>
  createClient(management, { type: 'plain', defaults: { spaceId: 'local', environmentId: 'master' } });
