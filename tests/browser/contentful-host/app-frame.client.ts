/** A frame with the app in it, and Contentful's side of the App SDK's message protocol. */
import type { OpenEntry } from './open-entry.client';
import type { HostField } from './host-form';

/** The content of the frame. */
export type Place =
  | { readonly location: 'entry-sidebar' }
  | { readonly location: 'entry-field'; readonly field: HostField; readonly locale: string };

interface Message {
  readonly id: number;
  readonly source?: string;
  readonly method: string;
  readonly params: readonly unknown[];
}

let frames = 0;

export class AppFrame {
  readonly element = document.createElement('iframe');
  /** True if the app calls its value invalid. */
  isInvalid = false;
  private readonly id = `frame-${++frames}`;

  constructor(
    private readonly entry: OpenEntry,
    private readonly place: Place,
    title: string,
  ) {
    this.element.src = '/app/';
    this.element.title = title;
    addEventListener('message', ({ source, data }: MessageEvent<Message>) => {
      if (source === this.element.contentWindow) this.answer(data);
    });
    entry.onChange((field, locale, value) => this.send('valueChanged', field, locale, value));
  }

  private post(message: object): void {
    this.element.contentWindow?.postMessage(message, '*');
  }

  send(method: string, ...params: readonly unknown[]): void {
    this.post({ method, params });
  }

  private answer({ id, method, params }: Message): void {
    if (method === 'init') return this.send('connect', this.describe(), []);
    void this.respond(id, method, params);
  }

  private async respond(id: number, method: string, params: readonly unknown[]): Promise<void> {
    const { delay, refusal } = this.entry;
    const isChange = method === 'setValue' || method === 'removeValue';
    if (isChange && delay) await delay;
    if (isChange && refusal) return this.post({ source: this.id, id, error: refusal });
    try {
      this.post({ source: this.id, id, result: this.call(method, params) });
    } catch (error) {
      this.post({ source: this.id, id, error: { message: String(error) } });
    }
  }

  private call(method: string, params: readonly unknown[]): unknown {
    switch (method) {
      case 'setValue':
      case 'removeValue': {
        const [field, locale, value] = params as [string, string, unknown];
        if (this.entry.disabled.has(field)) throw new Error('The field is disabled.');
        this.entry.changes.push([field, locale, value]);
        this.entry.set(field, locale, method === 'removeValue' ? undefined : value);
        return value;
      }
      case 'setHeight':
        this.element.style.blockSize = `${String(params[0])}px`;
        return undefined;
      case 'setInvalid':
        this.isInvalid = params[0] === true;
        return undefined;
      default:
        return undefined;
    }
  }

  /** What the SDK reads of the data that Contentful sends with `connect`. */
  private describe(): object {
    const { entry, place } = this;
    const { form } = entry;
    const codes = form.locales.map(({ code }) => code);
    const about = ({ id, name, type, isRequired }: HostField) => ({ id, name, type, required: isRequired });
    return {
      id: this.id,
      location: place.location,
      uiLanguageLocale: form.uiLanguage,
      parameters: { installation: form.parameters },
      locales: { available: codes, default: codes[0] },
      ids: {},
      initialContentTypes: [],
      contentType: { sys: { id: form.type } },
      editor: {},
      entry: { sys: entry.sys },
      fieldInfo: form.fields.map((field) => {
        const own = field.isLocalized ? codes : codes.slice(0, 1);
        const isDisabled = entry.disabled.has(field.id);
        return {
          ...about(field),
          locales: own,
          values: Object.fromEntries(own.map((code) => [code, entry.get(field.id, code)])),
          isDisabled: Object.fromEntries(own.map((code) => [code, isDisabled])),
          schemaErrors: {},
        };
      }),
      ...(place.location === 'entry-field' && {
        field: {
          ...about(place.field),
          locale: place.locale,
          value: entry.get(place.field.id, place.locale),
          isDisabled: entry.disabled.has(place.field.id),
        },
      }),
    };
  }
}
