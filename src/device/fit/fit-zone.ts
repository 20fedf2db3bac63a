/**
 * The offset of a time zone from UTC at an instant (ms), in hours with daylight saving: `('Europe/Paris',
 * Date.parse('2026-07-01')) -> 2`, in January 1. Undefined for a zone or in a browser that doesn't know it.
 */
export function utcOffsetAt(zone: string | undefined, instant: number): number | undefined {
  if (zone === undefined) return undefined;
  try {
    const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
    const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign, hours, minutes = '0'] = /^GMT(?:([+-])(\d\d):(\d\d)(?::\d\d)?)?$/.exec(name) ?? [];
    if (hours === undefined) return name === 'GMT' ? 0 : undefined;
    return (sign === '-' ? -1 : 1) * (Number(hours) + Number(minutes) / 60);
  } catch {
    return undefined;
  }
}

/** The device's own time zone: `Africa/Dakar`. */
export function deviceTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
