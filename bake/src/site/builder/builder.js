// Makes a snippet of what is chosen, and shows it living. Holds no words: those stand in the page.
const $ = (id) => document.getElementById(id);
const known = JSON.parse($('known').textContent);
const choices = $('choices');
const base = $('base');
const root = new URL(base.dataset.root, location.href).href;

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
const written = (attributes) =>
  Object.entries(attributes).map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escaped(String(value))}"`)).join('');

// What is chosen, as attributes of the element; what is the default anyway is left out.
function attributes() {
  const { lang, view, chapter, figure, theme } = choices.elements;
  const chosen = { lang: lang.value };
  if (view.value !== 'explainer') chosen.view = view.value;
  if (view.value === 'explainer' && chapter.value) chosen.chapter = chapter.value;
  if (view.value === 'figure') chosen.figure = figure.value;
  if (theme.value !== 'auto') chosen.theme = theme.value;
  return chosen;
}

// The page for a frame: a chapter has its own, the rest is asked for behind the question mark.
function frame(place, { lang, chapter, ...rest }) {
  const asked = new URLSearchParams(rest).toString();
  return `${place}embed/${lang}/${chapter ? `${chapter}/` : ''}${asked ? `?${asked}` : ''}`;
}

// The page for a link. Frames' pages show figures and themes too; a site that frames what it is given the address of
// needs one of those.
function link(place, chosen, site = {}) {
  const { lang, chapter, view, theme } = chosen;
  if ('address' in site || view || theme) return frame(place, chosen);
  return `${place}${lang}/${chapter ? `${chapter}/` : ''}`;
}

function title({ lang, chapter, figure }) {
  const { names } = known;
  return (figure && names[lang][`figure ${figure}`]) || (chapter && names[lang][`chapter ${chapter}`]) || names[lang].whole;
}

function script(place, name, kind) {
  return `<script${written({ ...kind, src: place + name, integrity: known.integrity[name], crossorigin: 'anonymous' })}></script>`;
}

const MAKE = {
  element: (place, chosen) =>
    `${script(place, 'oxytocin-explainer.js', { type: 'module' })}\n<oxytocin-explainer${written(chosen)}>\n` +
    `  <a${written({ href: link(place, { lang: chosen.lang, chapter: chosen.chapter }), hreflang: chosen.lang })}>${escaped(title(chosen))}</a>\n</oxytocin-explainer>`,
  iframe: (place, chosen, site) =>
    `<iframe${written({
      src: frame(place, chosen),
      title: title(chosen),
      lang: chosen.lang,
      width: '100%',
      height: 900,
      loading: 'lazy',
      // A style would be refused where a strict policy holds; a site that grows frames by itself keeps nothing else.
      ...('grows' in site ? { style: 'border: 0' } : { frameborder: 0 }),
      sandbox: 'allow-scripts allow-popups allow-popups-to-escape-sandbox',
    })}></iframe>${'grows' in site ? '' : `\n${script(place, 'frame-height.js', {})}`}`,
  link: (place, chosen, site) =>
    'address' in site ? link(place, chosen, site) : `<a${written({ href: link(place, chosen, site), hreflang: chosen.lang })}>${escaped(title(chosen))}</a>`,
};

// Living: the same attributes, from the files beside this page.
function preview(form, chosen, site) {
  const make = (name, all) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(all)) made.setAttribute(key, value);
    return made;
  };
  if (form === 'element') return make('oxytocin-explainer', chosen);
  const address = form === 'iframe' ? frame(root, chosen) : link(root, chosen, site);
  if (form === 'iframe') return make('iframe', { src: address, title: `${$('preview').dataset.frame}: ${title(chosen)}` });
  const made = make('a', { href: address, hreflang: chosen.lang });
  made.textContent = title(chosen);
  return made;
}

function place() {
  try {
    const url = new URL(base.value.trim());
    if (!/^https?:$|^file:$/.test(url.protocol)) return null;
    return url.href.endsWith('/') ? url.href : `${url.href}/`;
  } catch {
    return null;
  }
}

let shown = '';
function update() {
  const { view, site: sites, form } = choices.elements;
  const site = sites.selectedOptions[0].dataset;
  for (const part of document.querySelectorAll('[data-for]')) part.hidden = part.dataset.for !== view.value;
  for (const part of document.querySelectorAll('[data-site]')) part.hidden = part.dataset.site !== sites.value;
  const chosen = attributes();
  const where = place();
  $('base-wrong').hidden = where !== null;
  base.setAttribute('aria-invalid', String(where === null));
  $('snippet').value = where === null ? '' : MAKE[form.value](where, chosen, site);
  const loads = $('snippet').value.includes(' integrity=') ? 'script' : 'nothing';
  for (const part of document.querySelectorAll('[data-with]')) part.hidden = part.dataset.with !== loads;
  $('copy').disabled = where === null;
  $('copied').textContent = '';
  const now = JSON.stringify([form.value, chosen, 'address' in site]);
  if (now !== shown) $('preview').replaceChildren(preview(form.value, chosen, site));
  shown = now;
}

$('copy').addEventListener('click', async () => {
  const { copied, byHand } = $('copy').dataset;
  try {
    await navigator.clipboard.writeText($('snippet').value);
    $('copied').textContent = copied;
  } catch {
    // Not every page may write to the clipboard: selected, the text can be copied by keys.
    $('snippet').focus();
    $('snippet').select();
    $('copied').textContent = byHand;
  }
});

// A kind of site comes with the form that suits it; the form can be changed afterwards.
$('site').addEventListener('change', ({ target }) => {
  choices.elements.form.value = target.selectedOptions[0].dataset.form;
});
choices.addEventListener('submit', (event) => event.preventDefault());
choices.addEventListener('input', update);
choices.addEventListener('change', update);
base.value = base.dataset.base || root;
update();
