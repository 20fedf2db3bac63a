/** The place that a time zone is named after: `Africa/Porto-Novo -> 'Porto-Novo'`. */
export function zonePlace(zone: string): string {
  return zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
}
