import { constructFromEvents, CORE_SCHEMA, EVENT_ID, mapTag, parseEvents, YAMLException } from 'js-yaml';
import { maximumDepth } from '../entry-size';

/** Refuses keys that aren't texts: which text they become differs among parsers. */
const schema = CORE_SCHEMA.withTags({
  ...mapTag,
  addPair: (map: Record<string, unknown>, key, value) =>
    typeof key === 'string' ? mapTag.addPair(map, key, value) : 'A key is not a text.',
});

/**
 * Parses a YAML text ten times as fast as `parseYaml`, which is needed for references, anchors, tags and faults: for
 * these it returns undefined. Everything else has the same value by both.
 */
export function parsePlainYaml(source: string): { readonly value: unknown } | undefined {
  // Which of these end a line differs among parsers.
  if (/\r(?!\n)/.test(source)) return undefined;
  try {
    const events = parseEvents(source, { maxDepth: maximumDepth });
    if (!events.every(isPlain)) return undefined;
    const documents = constructFromEvents(events, { source, schema });
    return documents.length === 1 ? { value: documents[0] } : undefined;
  } catch (error) {
    if (error instanceof YAMLException) return undefined;
    throw error;
  }
}

type YamlEvent = ReturnType<typeof parseEvents>[number];

/** True for an event without an anchor, reference or tag. Positions are -1 where there is none. */
function isPlain(event: YamlEvent): boolean {
  switch (event.type) {
    case EVENT_ID.DOCUMENT:
      return event.directives.length === 0;
    case EVENT_ID.POP:
      return true;
    case EVENT_ID.ALIAS:
      return false;
    default:
      return event.anchorStart === -1 && event.tagStart === -1;
  }
}
