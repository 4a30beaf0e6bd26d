/**
 * `npm run icons` draws assets/*.png: "icon" (the product, and the button that opens the pane) and "summary" (the button that
 * writes the summary sheet), in every size that Excel asks for. All lines lie on whole pixels of their size, so that they are
 * sharp at 16 as well; the paper is white, so that both stand out on a dark ribbon.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { programsForTests } from "./programs.mjs";
import { root } from "./setup.mjs";

const SIZES = [16, 20, 24, 32, 40, 48, 64, 80, 128];
const BLUE = "#0f6cbd";
const PALE = "#cfe4fa";
const GREEN = "#0e700e";
const WHITE = "#ffffff";

/** Measures of a drawing in whole pixels. */
function grid(size) {
  const line = Math.max(1, Math.round(size / 16));
  return { size, line, at: (part) => Math.round(part * size), radius: size * 0.09 };
}

const box = (x, y, width, height, fill, radius = 0) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"/>`;

/** A sheet of paper with a border and a coloured head. */
function paper({ line, radius }, x, y, width, height, head) {
  const inner = Math.max(0, radius - line);
  return [
    box(x, y, width, height, BLUE, radius),
    box(x + line, y + line, width - 2 * line, height - 2 * line, WHITE, inner),
    `<path fill="${PALE}" d="M${x + line} ${y + head}v${line + inner - head}a${inner} ${inner} 0 0 1 ${inner} ${-inner}h${width - 2 * (line + inner)}a${inner} ${inner} 0 0 1 ${inner} ${inner}v${head - line - inner}z"/>`,
    box(x, y + head, width, line, BLUE)
  ].join("");
}

function tick(left, top, width, stroke) {
  const points = [[0, 0.5], [0.36, 0.86], [1, 0.1]].map(([x, y]) => `${left + x * width},${top + y * width}`);
  return `<polyline points="${points.join(" ")}" fill="none" stroke="${GREEN}" stroke-width="${stroke}" stroke-linecap="round" stroke-linejoin="round"/>`;
}

/** A table with its first column, and one large cell that is ticked. */
function icon(measures) {
  const { size, line, at } = measures;
  const margin = at(0.04);
  const width = size - 2 * margin;
  const top = at(0.09);
  const height = size - top - at(0.09);
  const head = at(0.24);
  const column = at(0.34);
  const middle = Math.round((top + head + line + top + height - line) / 2 - line / 2);
  const cell = { left: column + line, right: size - margin - line, top: top + head + line, bottom: top + height - line };
  const side = Math.min(cell.right - cell.left, cell.bottom - cell.top) * 0.72;
  return [
    paper(measures, margin, top, width, height, head),
    box(column, top + head, line, height - head, BLUE),
    box(margin, middle, column - margin, line, BLUE),
    tick((cell.left + cell.right - side) / 2, (cell.top + cell.bottom - side * 0.96) / 2, side, Math.max(1.7, size * 0.1))
  ].join("");
}

/** A list whose lines are ticked. */
function summary(measures) {
  const { size, line, at } = measures;
  const left = at(0.12);
  const width = size - 2 * left;
  const top = at(0.03);
  const height = size - 2 * top;
  const head = at(0.22);
  const rows = size < 24 ? 2 : 3;
  const free = (height - head - 2 * line) / rows;
  const side = Math.min(free * 0.72, width * 0.28);
  const text = left + at(0.36);
  const lines = Array.from({ length: rows }, (_, row) => {
    const centre = top + head + line + free * (row + 0.5);
    const y = Math.round(centre - line / 2);
    return [
      // A tick of four pixels is a smudge: the small sizes have a green mark instead.
      size < 24 ? box(left + 2 * line, y - 1, 3, 3, GREEN) : tick(left + line + size * 0.06, centre - side / 2, side, size * 0.06),
      box(text, y, left + width - line - at(0.07) - text, line, BLUE)
    ].join("");
  });
  return [paper(measures, left, top, width, height, head), ...lines].join("");
}

/** The drawing of a size as SVG. */
function svg(draw, size) {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">${draw(grid(size))}</svg>`;
}

const browser = await chromium.launch({ executablePath: programsForTests(["browser"]).browser, args: ["--headless", "--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage();
mkdirSync(join(root, "assets"), { recursive: true });
for (const draw of [icon, summary]) {
  for (const size of SIZES) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg(draw, size)}`);
    writeFileSync(join(root, "assets", `${draw.name}-${size}.png`), await page.screenshot({ omitBackground: true }));
  }
}
await browser.close();
