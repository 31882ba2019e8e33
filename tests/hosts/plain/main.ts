// What every host's page does, here without any framework: pass values, hear events, change, take away.
import 'oxytocin-explainer';
import type { Chapter } from 'oxytocin-explainer';

const heard: string[] = [];
const element = document.createElement('oxytocin-explainer');
element.eager = true;
element.lang = 'en';
element.chapter = 'labour';
// @ts-expect-error: the types know the chapters.
const wrong: Chapter = 'nonsense';
element.setAttribute('theme', wrong ? 'dark' : 'light');
element.addEventListener('oxy-ready', (event) => heard.push(`${event.type} ${event.detail.tier}`));
element.addEventListener('oxy-term', (event) => heard.push(`${event.type} ${event.detail.term}`));
document.getElementById('app')?.append(element);

window.host = {
  heard,
  chapter: (chapter: Chapter) => (element.chapter = chapter),
  unmount: () => element.remove(),
};

declare global {
  interface Window {
    host: { heard: string[]; chapter: (chapter: Chapter) => void; unmount: () => void };
  }
}
