/** The open entry of the host page: its values, who may change them, and who hears of it. */
import type { HostForm, HostSys } from './host-form';

type Listener = (field: string, locale: string, value: unknown) => void;

export class OpenEntry {
  readonly values: Record<string, Record<string, unknown>>;
  sys: HostSys;
  readonly disabled = new Set<string>();
  /** Every change by the app: field, locale, value. */
  readonly changes: (readonly [string, string, unknown])[] = [];
  /** The answer of Contentful to each change, where it refuses it. */
  refusal: { readonly code: string; readonly message: string } | undefined;
  /** While it is there, changes are answered only once it resolves: a slow network. */
  delay: Promise<void> | undefined;
  private readonly listeners = new Set<Listener>();

  constructor(readonly form: HostForm) {
    this.sys = form.sys;
    this.values = structuredClone(form.values) as Record<string, Record<string, unknown>>;
  }

  get(field: string, locale: string): unknown {
    return this.values[field]?.[locale];
  }

  set(field: string, locale: string, value: unknown): void {
    const others = Object.entries(this.values[field] ?? {}).filter(([code]) => code !== locale);
    this.values[field] = Object.fromEntries(value === undefined ? others : [...others, [locale, value]]);
    for (const listen of this.listeners) listen(field, locale, value);
  }

  onChange(listener: Listener): void {
    this.listeners.add(listener);
  }
}
