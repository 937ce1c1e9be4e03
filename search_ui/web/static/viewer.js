/* Shows one page of a PDF on a canvas, with its text above it so that it can be selected, read aloud and
   marked. Everything it needs to know stands in the attributes of #sheet. */

const sheet = document.getElementById("sheet");
const trouble = document.getElementById("trouble");
const SHARPEST = 3; /* device pixels per CSS pixel that are drawn; more costs memory and shows nothing */

try {
  const pdf = await import(sheet.dataset.library);
  pdf.GlobalWorkerOptions.workerSrc = sheet.dataset.worker;
  const file = await pdf.getDocument({
    url: sheet.dataset.file,
    verbosity: pdf.VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useWasm: false,
    wasmUrl: new URL("pdfjs/", import.meta.url).href,
  }).promise;
  const page = await file.getPage(Number(sheet.dataset.page));
  const width = page.getViewport({ scale: 1 }).width;
  const viewport = page.getViewport({ scale: sheet.clientWidth / width });
  sheet.style.setProperty("--total-scale-factor", viewport.scale);
  sheet.style.aspectRatio = `${viewport.width} / ${viewport.height}`;
  await Promise.all([draw(page, viewport), write(pdf, page, viewport)]);
  sheet.dataset.state = "shown";
} catch {
  sheet.remove();
  trouble.hidden = false;
}

async function draw(page, viewport) {
  const canvas = sheet.querySelector("canvas");
  const sharpness = Math.min(window.devicePixelRatio || 1, SHARPEST);
  canvas.width = Math.floor(viewport.width * sharpness);
  canvas.height = Math.floor(viewport.height * sharpness);
  await page.render({ canvas, viewport, transform: [sharpness, 0, 0, sharpness, 0, 0] }).promise;
}

async function write(pdf, page, viewport) {
  const container = sheet.querySelector(".textLayer");
  const layer = new pdf.TextLayer({ textContentSource: page.streamTextContent(), container, viewport });
  await layer.render();
  pdf.TextLayer.cleanup(); /* takes away what it measured letters with */
  mark(layer.textDivs, JSON.parse(sheet.dataset.words));
  const first = container.querySelector("mark");
  if (first && first.getBoundingClientRect().bottom > window.innerHeight) {
    first.scrollIntoView({ block: "center" });
  }
}

/* Marks whole words, also those that run from one piece of the text to the next. */
function mark(pieces, words) {
  const pattern = matching(words);
  if (!pattern) return;
  const { text, places } = joined(pieces);
  const ranges = new Map();
  for (const found of text.matchAll(pattern)) {
    for (let at = found.index; at < found.index + found[0].length; at++) {
      if (places[at]) extend(ranges, ...places[at]);
    }
  }
  for (const [piece, marked] of ranges) rewrite(piece, marked);
}

function matching(words) {
  if (!words.length) return null;
  const longestFirst = [...words].sort((one, other) => other.length - one.length);
  const escaped = longestFirst.map((word) =>
    word.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&").replace(/\s+/g, "\\s+").replace(/['’]/g, "['’]"));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})(?![\\p{L}\\p{N}])`, "giu");
}

/* Returns the text of all pieces, and for each character its piece and its place in there. A word that is
   divided at the end of a line is put together. */
function joined(pieces) {
  let text = "";
  const places = [];
  for (const piece of pieces) {
    const ends = piece.nextSibling?.nodeName === "BR";
    const own = piece.textContent;
    const divided = ends && /\p{L}[-\u00ad]$/u.test(own);
    for (let at = 0; at < own.length - (divided ? 1 : 0); at++) {
      text += own[at];
      places.push([piece, at]);
    }
    if (ends && !divided) {
      text += "\n";
      places.push(null);
    }
  }
  return { text, places };
}

function extend(ranges, piece, at) {
  const own = ranges.get(piece) ?? [];
  const last = own.at(-1);
  if (last && last[1] === at) last[1] = at + 1;
  else own.push([at, at + 1]);
  ranges.set(piece, own);
}

function rewrite(piece, marked) {
  const text = piece.textContent;
  const nodes = [];
  let behind = 0;
  for (const [start, end] of marked) {
    const one = document.createElement("mark");
    one.textContent = text.slice(start, end);
    nodes.push(text.slice(behind, start), one);
    behind = end;
  }
  piece.replaceChildren(...nodes, text.slice(behind));
}
