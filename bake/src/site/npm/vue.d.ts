import type { HTMLAttributes, PublicProps } from 'vue';
import type { OxytocinExplainerAttributes, OxytocinExplainerEventMap } from './index.js';

export * from './index.js';

type Events = { [K in keyof OxytocinExplainerEventMap as `on${Capitalize<K>}`]?: (event: OxytocinExplainerEventMap[K]) => void };
type Plain = Omit<HTMLAttributes, keyof OxytocinExplainerAttributes>;
type Emit = <K extends keyof OxytocinExplainerEventMap>(event: K, value: OxytocinExplainerEventMap[K]) => void;

declare module 'vue' {
  interface GlobalComponents {
    'oxytocin-explainer': new () => { $props: PublicProps & Plain & OxytocinExplainerAttributes & Events; $emit: Emit };
  }
}
