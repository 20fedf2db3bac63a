import { expect, it } from 'vitest';
import { commandNames, groupNames } from './variable-notes';
import { environmentVariables } from './variables';

it('a variable is secret where its name says so, and the address of a monitor', () => {
  const secrets = environmentVariables.filter(({ secret }) => secret === 'value').map(({ name }) => name);
  const named = environmentVariables
    .map(({ name }) => name)
    .filter((name) => /_(?:TOKEN|SECRET|PASSWORD)$/.test(name));
  expect(secrets.toSorted()).toEqual([...named, 'MONITOR_URL'].toSorted());
});

it('an address may have a secret in it', () => {
  const addresses = environmentVariables
    .filter(({ secret }) => secret === 'user-info')
    .map(({ name }) => name);
  const proxies = ['http_proxy', 'https_proxy', 'all_proxy'].flatMap((name) => [name, name.toUpperCase()]);
  const others = ['SITE_URL', 'CONTENTFUL_HOST', 'WEBHOOK_URL', 'PUBLISH_STATUS_URL', 'FORMSPREE_ENDPOINT'];
  expect(addresses.toSorted()).toEqual([...others, ...proxies].toSorted());
});

it.each(environmentVariables.map((one) => [one.name, one] as const))(
  '%s is described in a sentence, and read by something',
  (_, { meaning, group, readBy }) => {
    expect(meaning).toMatch(/^[A-Z`][^]*\.$/);
    expect(Object.keys(groupNames)).toContain(group);
    expect(readBy.length > 0).toBe(group !== 'others');
    for (const reader of readBy) expect(Object.keys(commandNames)).toContain(reader);
  },
);
