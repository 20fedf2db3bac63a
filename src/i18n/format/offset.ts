/** A UTC offset as people write it: `(5.5) -> '+5:30'`, `(-5) -> '−5'`. Shared with the browser. */
export function offsetText(hours: number): string {
  const whole = Math.trunc(Math.abs(hours));
  const minutes = Math.round((Math.abs(hours) - whole) * 60);
  return `${hours < 0 ? '−' : '+'}${whole}${minutes > 0 ? `:${String(minutes).padStart(2, '0')}` : ''}`;
}
