/** A space in memory, which the Management API changes. Delivery and Preview show parts of it. */
import type { Stored } from './versions.ts';

/** The space, its environment and organization, and the tokens. */
export const spaceId = 'local';
export const environmentId = 'master';
export const organizationId = 'local-organization';
export const deliveryToken = 'local';
export const previewToken = 'local-preview';
export const managementToken = 'local-management';

/** The values of each field by locale code. */
export type Fields = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A limit of a field's values, such as `{ size: { max: 120 } }`. */
export type Validation = Readonly<Record<string, unknown>>;

export interface Field {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly linkType?: string;
  readonly items?: {
    readonly type: string;
    readonly linkType?: string;
    readonly validations?: readonly Validation[];
  };
  readonly localized?: boolean;
  readonly required?: boolean;
  readonly validations?: readonly Validation[];
  readonly disabled?: boolean;
  readonly omitted?: boolean;
}

export interface ContentType {
  readonly name: string;
  readonly description?: string;
  readonly displayField: string;
  readonly fields: readonly Field[];
}

export interface Locale {
  readonly code: string;
  readonly name: string;
  /** One of a space’s locales is the default. */
  readonly default: boolean;
  readonly fallbackCode: string | null;
  readonly sys: { readonly id: string; readonly type: 'Locale'; readonly version: number };
}

/** The content of an entry or an asset, as editors write it. */
export interface Content {
  readonly fields: Fields;
  /** Of an entry. */
  readonly contentType?: string;
}

/** A resource that is changed as a whole: an editor interface, a webhook with its secrets. */
export interface Plain {
  readonly version: number;
  readonly value: Readonly<Record<string, unknown>>;
}

export interface Space {
  /** ISO instant. An environment that is created again under the same name has another one. */
  readonly createdAt: string;
  readonly locales: Locale[];
  /** All of these by id. */
  readonly contentTypes: Map<string, Stored<ContentType>>;
  readonly entries: Map<string, Stored<Content>>;
  readonly assets: Map<string, Stored<Content>>;
  readonly webhooks: Map<string, Plain>;
  readonly uploads: Map<string, Uint8Array>;
  /** The publications since the server started, oldest first, and those taken back; `at` is an ISO instant. */
  readonly changes: { readonly type: 'Entry' | 'Asset'; readonly id: string; readonly at: string }[];
  /** By content type. */
  readonly editors: Map<string, Plain>;
  /** The bytes of assets by their address without `//` and host: `asset-files/local/hero/hero.png`. */
  readonly files: Files;
}

/** Files by path. */
export interface Files {
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
}

const link = (linkType: string, id: string) => ({ sys: { type: 'Link', linkType, id } });

/** Creates what Delivery and Management have in common in the `sys` of a resource. */
export function createSys(type: string, id: string, contentType?: string) {
  return {
    space: link('Space', spaceId),
    environment: link('Environment', environmentId),
    id,
    type,
    ...(contentType === undefined ? {} : { contentType: link('ContentType', contentType) }),
  };
}

/** Returns the code of the default locale. */
export function findDefaultCode({ locales }: Pick<Space, 'locales'>): string {
  return (locales.find((locale) => locale.default) ?? locales[0])?.code ?? '';
}

/** Lists resources with their ids, sorted by id in code units. */
export const listById = <Value>(items: ReadonlyMap<string, Value>): [string, Value][] =>
  [...items].toSorted(([a], [b]) => (a < b ? -1 : 1));
