/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/) as a JSON Schema; the format has none of its own. */

const text = { type: 'string', minLength: 1 } as const;
const url = { type: 'string', pattern: '^https?://[^\\s<>"]+$' } as const;
/** RFC 3339, as the format requires for dates. */
const date = {
  type: 'string',
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d+)?(?:Z|[+-]\\d{2}:\\d{2})$',
} as const;
/** BCP 47 (RFC 5646), as far as a pattern can tell. */
const language = { type: 'string', pattern: '^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$' } as const;

const authors = {
  type: 'array',
  items: {
    type: 'object',
    properties: { name: text, url, avatar: url },
    // At least one of the three.
    minProperties: 1,
    additionalProperties: false,
  },
} as const;

const item = {
  type: 'object',
  required: ['id'],
  // “All of the items have to have one or both.”
  anyOf: [{ required: ['content_html'] }, { required: ['content_text'] }],
  properties: {
    id: text,
    url,
    external_url: url,
    title: { type: 'string' },
    content_html: { type: 'string' },
    content_text: { type: 'string' },
    summary: { type: 'string' },
    image: url,
    banner_image: url,
    date_published: date,
    date_modified: date,
    authors,
    tags: { type: 'array', items: { type: 'string' } },
    language,
  },
  // Extensions begin with an underscore; nothing else may be added.
  patternProperties: { '^_[^.]+$': { type: 'object' } },
  additionalProperties: false,
} as const;

export const jsonFeedSchema = {
  type: 'object',
  required: ['version', 'title', 'items'],
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1' },
    title: text,
    home_page_url: url,
    feed_url: url,
    description: { type: 'string' },
    user_comment: { type: 'string' },
    next_url: url,
    icon: url,
    favicon: url,
    authors,
    language,
    expired: { type: 'boolean' },
    hubs: { type: 'array' },
    items: { type: 'array', items: item },
  },
  patternProperties: { '^_[^.]+$': { type: 'object' } },
  additionalProperties: false,
} as const;
