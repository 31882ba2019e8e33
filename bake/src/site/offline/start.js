// Hands the files that stand in this page to the element's script, by name. CHARSET is written above by `bake`.
(() => {
  // A server that names another charset spoils the bytes: then they are read once more, as they were written.
  const page = async () => {
    if (document.characterSet.toLowerCase() === CHARSET) return document;
    const bytes = await (await fetch(location.href)).arrayBuffer();
    return new DOMParser().parseFromString(new TextDecoder(CHARSET).decode(bytes), 'text/html');
  };
  const letters = new TextDecoder(CHARSET).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  const byLetter = new Map(Array.from(letters, (letter, byte) => [letter, byte]));

  // See bytes.rs: after "=" a byte is shifted by 64.
  const bytes = (text) => {
    const found = new Uint8Array(text.length);
    let length = 0;
    for (let at = 0; at < text.length; at += 1) {
      const shifted = text[at] === '=';
      if (shifted) at += 1;
      found[length] = byLetter.get(text[at]) - (shifted ? 64 : 0);
      length += 1;
    }
    return found.subarray(0, length);
  };

  let known;
  const file = async (name) => {
    known ??= page();
    const block = (await known).querySelector(`script[data-file="${CSS.escape(name)}"]`);
    if (!block) throw new Error(`${name} is not in this file`);
    const stream = new Blob([bytes(block.textContent)]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  };
  // A module is imported under an address of its own each time: a restart takes a fresh one.
  const module = async (name) => {
    const text = await file(name.split('?')[0]);
    return import(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })));
  };
  globalThis.oxytocinOffline = { bytes: file, module };
})();
