import type { HTMLAttributes } from 'svelte/elements';
import type { OxytocinExplainer, OxytocinExplainerAttributes, OxytocinExplainerEventMap } from './index.js';

export * from './index.js';

type Events = { [K in keyof OxytocinExplainerEventMap as `on${K}`]?: ((event: OxytocinExplainerEventMap[K]) => void) | undefined };
type Plain = Omit<HTMLAttributes<OxytocinExplainer>, keyof OxytocinExplainerAttributes>;

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'oxytocin-explainer': Plain &
      OxytocinExplainerAttributes &
      Events & { srcBase?: string | undefined; deepLink?: boolean | undefined };
  }
}
