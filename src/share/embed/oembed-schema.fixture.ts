/** oEmbed 1.0 (https://oembed.com, section 2.3.4) as a JSON Schema of its `rich` type; the format has none of its own. */

const text = { type: 'string', minLength: 1 } as const;
const url = { type: 'string', pattern: '^https?://[^\\s<>"]+$' } as const;
const pixels = { type: 'integer', minimum: 1 } as const;

export const oembedSchema = {
  type: 'object',
  required: ['type', 'version', 'html', 'width', 'height'],
  properties: {
    type: { const: 'rich' },
    version: { const: '1.0' },
    html: text,
    width: pixels,
    height: pixels,
    title: text,
    author_name: text,
    author_url: url,
    provider_name: text,
    provider_url: url,
    cache_age: { type: 'integer', minimum: 0 },
    thumbnail_url: url,
    thumbnail_width: pixels,
    thumbnail_height: pixels,
  },
  // “If any of these is present, all must be.”
  dependentRequired: {
    thumbnail_url: ['thumbnail_width', 'thumbnail_height'],
    thumbnail_width: ['thumbnail_url', 'thumbnail_height'],
    thumbnail_height: ['thumbnail_url', 'thumbnail_width'],
  },
  additionalProperties: false,
} as const;
