import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { OxytocinExplainer, OxytocinExplainerAttributes, OxytocinExplainerEventMap } from './index.js';

export * from './index.js';

type Events = { [K in keyof OxytocinExplainerEventMap as `on${K}`]?: ((event: OxytocinExplainerEventMap[K]) => void) | undefined };
type Plain = Omit<DetailedHTMLProps<HTMLAttributes<OxytocinExplainer>, OxytocinExplainer>, keyof OxytocinExplainerAttributes>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'oxytocin-explainer': Plain &
        OxytocinExplainerAttributes &
        Events & { srcBase?: string | undefined; deepLink?: boolean | undefined };
    }
  }
}
