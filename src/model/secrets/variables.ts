/** The variables of the environment that the program reads, and those of the tools around it that are secret. */

export interface EnvironmentVariable {
  readonly name: string;
  /** `value`: nobody may see it. `user-info`: an address, in which a name and a password may stand. */
  readonly secret?: 'value' | 'user-info';
}

export const environmentVariables: readonly EnvironmentVariable[] = [
  { name: 'SITE_URL', secret: 'user-info' },
  { name: 'SITE_NOW' },
  { name: 'SITE_NOW_CONFIRMED' },
  { name: 'SERVICE_WORKER' },
  { name: 'CONTENT_SOURCE' },
  { name: 'CONTENT_DIR' },
  { name: 'CONTENT_LEFT_OUT_LIMIT' },
  { name: 'CONTENT_MAY_LACK' },
  { name: 'CONTENTFUL_SPACE_ID' },
  { name: 'CONTENTFUL_ENVIRONMENT' },
  { name: 'CONTENTFUL_TIMEOUT' },
  { name: 'CONTENTFUL_HOST', secret: 'user-info' },
  { name: 'CONTENTFUL_DELIVERY_TOKEN', secret: 'value' },
  { name: 'CONTENTFUL_PREVIEW_TOKEN', secret: 'value' },
  { name: 'CONTENTFUL_MANAGEMENT_TOKEN', secret: 'value' },
  { name: 'WEBHOOK_URL', secret: 'user-info' },
  { name: 'WEBHOOK_TOKEN', secret: 'value' },
  { name: 'WEBHOOK_SIGNING_SECRET', secret: 'value' },
  { name: 'FORMS' },
  { name: 'FORMSPREE_FORM_ID' },
  { name: 'FORMSPREE_ENDPOINT', secret: 'user-info' },
  { name: 'CHROMIUM_PATH' },
  { name: 'NGINX_PATH' },
  // The build’s own, and the local editor’s.
  { name: 'OV_SERVICE_WORKER' },
  { name: 'GIT_REPO_DIRECTORY' },
  // Of hosts, and of what runs the build: docs/operators.md, “Publishing when something changes”.
  { name: 'NETLIFY_AUTH_TOKEN', secret: 'value' },
  { name: 'CLOUDFLARE_API_TOKEN', secret: 'value' },
  { name: 'GITHUB_TOKEN', secret: 'value' },
  { name: 'GH_TOKEN', secret: 'value' },
  { name: 'NPM_TOKEN', secret: 'value' },
  { name: 'NODE_AUTH_TOKEN', secret: 'value' },
  { name: 'HTTP_PROXY', secret: 'user-info' },
  { name: 'HTTPS_PROXY', secret: 'user-info' },
  { name: 'ALL_PROXY', secret: 'user-info' },
  { name: 'http_proxy', secret: 'user-info' },
  { name: 'https_proxy', secret: 'user-info' },
  { name: 'all_proxy', secret: 'user-info' },
];
