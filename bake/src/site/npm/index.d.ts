/** A language that has a pack. A regional tag (`en-GB`) falls back to its base. */
export type Language = __LANGUAGES__;
/** What is shown. */
export type View = 'explainer' | 'figure' | 'glossary';
/** A chapter's id. */
export type Chapter =
__CHAPTERS__;
/** A figure's id. */
export type Figure =
__FIGURES__;
/** Light or dark; `auto` follows the reader's own setting. */
export type Theme = 'auto' | 'light' | 'dark';

/** A reader's place and settings. Opaque: keep it and give it back; its fields change between versions. */
export interface ExplainerState {
  readonly [key: string]: unknown;
}

/** Detail of `oxy-ready`: the explainer is interactive, or it is known that only the article can be shown. */
export interface ReadyDetail {
  version: string;
  lang: string;
  tier: 'wasm' | 'article';
}
/** Detail of `oxy-chapter`: the reader has come to another chapter. */
export interface ChapterDetail {
  chapter: Chapter;
}
/** Detail of `oxy-term`: a glossary entry has opened. */
export interface TermDetail {
  term: string;
}
/** Detail of `oxy-error`: a stable code, and in words what the host should change. */
export interface ErrorDetail {
  code: string;
  message: string;
  fix: string;
}

/** The events of the element. All bubble and are composed. */
export interface OxytocinExplainerEventMap {
  'oxy-ready': CustomEvent<ReadyDetail>;
  'oxy-chapter': CustomEvent<ChapterDetail>;
  'oxy-term': CustomEvent<TermDetail>;
  'oxy-error': CustomEvent<ErrorDetail>;
}

/** What a host may write on the element, as attributes of markup. The frameworks' types are made of it. */
export interface OxytocinExplainerAttributes {
  /** The language; absent: the nearest ancestor's, then the browser's, then `bg`. */
  lang?: Language | (string & {}) | undefined;
  /** What is shown; absent: `explainer`. */
  view?: View | undefined;
  /** Shows this chapter alone. */
  chapter?: Chapter | undefined;
  /** The figure to show with `view="figure"`. */
  figure?: Figure | undefined;
  /** Absent: `auto`. */
  theme?: Theme | undefined;
  /** Reserved; has no effect yet. */
  mode?: string | undefined;
  /** Reserved; has no effect yet. */
  quiz?: string | undefined;
  /** Starts at once, not when the reader comes near. */
  eager?: boolean | undefined;
  /** Where the folder `v/<version>/` lies, if it is neither beside the script nor taken along by a bundler. */
  'src-base'?: string | undefined;
  /** Keeps the reader's place in the hash of the page's URL. */
  'deep-link'?: boolean | undefined;
  /** Reserved; has no effect yet. */
  remember?: string | undefined;
  /** The number to call in an emergency, where readers are not in Europe. */
  'data-emergency'?: string | undefined;
}

/** `<oxytocin-explainer>`. */
export class OxytocinExplainer extends HTMLElement {
  static readonly observedAttributes: string[];
  static readonly version: string;

  /** What is shown; `null` counts as `explainer`. */
  get view(): View | null;
  set view(value: View | null | undefined);
  /** The chapter that is shown alone. */
  get chapter(): Chapter | null;
  set chapter(value: Chapter | null | undefined);
  /** The figure that is shown with `view="figure"`. */
  get figure(): Figure | null;
  set figure(value: Figure | null | undefined);
  /** Light or dark; `null` counts as `auto`. */
  get theme(): Theme | null;
  set theme(value: Theme | null | undefined);
  /** Reserved; has no effect yet. */
  get mode(): string | null;
  set mode(value: string | null | undefined);
  /** Reserved; has no effect yet. */
  get quiz(): string | null;
  set quiz(value: string | null | undefined);
  /** Reserved; has no effect yet. */
  get remember(): string | null;
  set remember(value: string | null | undefined);
  /** Where the folder `v/<version>/` lies. */
  get srcBase(): string | null;
  set srcBase(value: string | null | undefined);
  /** Starts at once, not when the reader comes near. */
  eager: boolean;
  /** Keeps the reader's place in the hash of the page's URL. */
  deepLink: boolean;

  /** Resolves at the first interactive render; rejects with the reason if only the article can be shown. */
  readonly ready: Promise<void>;
  /** The reader's place and settings. Set it to restore them, at any time. */
  get state(): ExplainerState;
  set state(value: ExplainerState | null);
  /** The version of the script. */
  get version(): string;
  /** Whether a clinician has reviewed the text: `not-reviewed` until one has. */
  get reviewStatus(): string;
  /** Back to the start: place, selections and the simulation. */
  reset(): void;

  addEventListener<K extends keyof OxytocinExplainerEventMap>(
    type: K,
    listener: (this: OxytocinExplainer, event: OxytocinExplainerEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: OxytocinExplainer, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof OxytocinExplainerEventMap>(
    type: K,
    listener: (this: OxytocinExplainer, event: OxytocinExplainerEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: OxytocinExplainer, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'oxytocin-explainer': OxytocinExplainer;
  }
  interface HTMLElementEventMap extends OxytocinExplainerEventMap {}
  interface DocumentEventMap extends OxytocinExplainerEventMap {}
}
