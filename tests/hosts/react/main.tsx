import 'oxytocin-explainer/react';
import type { Chapter, OxytocinExplainer } from 'oxytocin-explainer';
import { StrictMode, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';

const heard: string[] = [];

function Page() {
  const [chapter, setChapter] = useState<Chapter>('labour');
  const [shown, setShown] = useState(true);
  const element = useRef<OxytocinExplainer>(null);
  window.host = {
    heard,
    chapter: (chapter) => flushSync(() => setChapter(chapter)),
    unmount: () => flushSync(() => setShown(false)),
  };
  if (!shown) return null;
  return (
    <oxytocin-explainer
      ref={element}
      eager
      lang="en"
      chapter={chapter}
      theme="dark"
      onoxy-ready={(event) => heard.push(`${event.type} ${event.detail.tier}`)}
      onoxy-term={(event) => heard.push(`${event.type} ${event.detail.term}`)}
    />
  );
}

const place = document.getElementById('app');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <Page />
    </StrictMode>,
  );
}

declare global {
  interface Window {
    host: { heard: string[]; chapter: (chapter: Chapter) => void; unmount: () => void };
  }
}
