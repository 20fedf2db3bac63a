/** The vocabulary of schema.org from its own file, and checks of things against it. For tests. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Validator from '@adobe/structured-data-validator';

const file = createRequire(import.meta.url).resolve('@vocabulary/schema/schema.nq');
const namespace = 'http://schema.org/';
const wanted = ['subClassOf', 'domainIncludes'] as const;

/** Reads the targets of each name by the wanted relations: `domainIncludes: { headline: ['CreativeWork'] }`. */
function readRelations() {
  const maps = { subClassOf: new Map<string, string[]>(), domainIncludes: new Map<string, string[]>() };
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [, subject = '', predicate = '', object = ''] = /^<([^>]+)> <([^>]+)> <([^>]+)> /.exec(line) ?? [];
    const relation = wanted.find((name) => predicate.endsWith(`#${name}`) || predicate === namespace + name);
    if (!relation || !subject.startsWith(namespace)) continue;
    const name = subject.slice(namespace.length);
    maps[relation].set(name, [...(maps[relation].get(name) ?? []), object.replace(namespace, '')]);
  }
  return maps;
}

const relations = readRelations();

/** The same in the validator's format. */
function graph() {
  const links = (names: readonly string[] | undefined) =>
    (names ?? []).map((name) => ({ '@id': `schema:${name}` }));
  const classes = new Set([
    ...relations.subClassOf.keys(),
    ...[...relations.subClassOf.values(), ...relations.domainIncludes.values()].flat(),
  ]);
  return {
    '@graph': [
      ...[...classes].map((name) => ({
        '@id': `schema:${name}`,
        '@type': 'rdfs:Class',
        'rdfs:subClassOf': links(relations.subClassOf.get(name)),
      })),
      ...[...relations.domainIncludes].map(([name, domains]) => ({
        '@id': `schema:${name}`,
        '@type': 'rdf:Property',
        'schema:domainIncludes': links(domains),
      })),
    ],
  };
}

const validator = new Validator(graph());

type Json = Readonly<Record<string, unknown>>;

/** Parses all things of a script's JSON-LD. Throws for any other text. */
export function thingsIn(script: string): Json[] {
  const { '@context': context, ...data } = JSON.parse(script) as Json;
  if (context !== 'https://schema.org') throw new Error(`It is about ${String(context)}.`);
  return (data['@graph'] as Json[] | undefined) ?? [data];
}

/**
 * Finds faults in a script's JSON-LD: unknown types and properties, and properties that search engines require. The types of
 * values are those of `schema-dts`, which the compiler checks.
 */
export async function structuredFaults(script: string): Promise<string[]> {
  const things = thingsIn(script);
  const jsonld = Object.groupBy(things, (thing) => String(thing['@type']));
  const issues = await validator.validate({ jsonld, microdata: {}, rdfa: {} });
  return (
    issues
      // The other messages are recommendations, which a page needn't follow.
      .filter(({ severity, errorType }) => severity === 'ERROR' || errorType === 'schemaOrg')
      .map(({ issueMessage, path }) => `${issueMessage} (${JSON.stringify(path)})`)
  );
}
