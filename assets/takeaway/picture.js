// Figures as pictures: charts drawn off-screen in the colours of paper, then put together with their
// words by the program.

import { MIMES } from "../contract.js";
import { png } from "./png.js";
import { pictureName, renamed } from "./svg-name.js";

/** A picture's pixels for each of the drawing's. */
const SCALE = 2;

/** @param {HTMLCanvasElement} canvas */
function contextOf(canvas) {
  const context = canvas.getContext("2d");
  if (!context) {
    throw new Error("this browser does not paint");
  }
  return context;
}

/**
 * How wide a text is, in pixels.
 *
 * @returns {import("./program.js").Measure}
 */
function ruler() {
  const context = contextOf(document.createElement("canvas"));
  const family = getComputedStyle(document.body).fontFamily;
  return (text, size, weight) => {
    context.font = `${weight} ${size}px ${family}`;
    return context.measureText(text).width;
  };
}

/**
 * An element that is laid out, and neither seen nor heard.
 *
 * @param {number} width
 * @param {number} height
 */
function paper(width, height) {
  const element = document.createElement("div");
  element.className = "paper";
  element.setAttribute("aria-hidden", "true");
  // Set through the object model, which the page's policy allows.
  Object.assign(element.style, {
    position: "fixed",
    top: "0",
    left: "-10000px",
    width: `${width}px`,
    height: `${height}px`,
  });
  document.body.append(element);
  return element;
}

/**
 * Gives patterns and clippings names of their own, or two charts on one page could use each other's.
 * And writes styles as attributes, which no policy refuses.
 *
 * @param {SVGSVGElement} svg
 * @param {string} prefix
 */
function settle(svg, prefix) {
  /** @type {NodeListOf<SVGElement>} */
  const inside = svg.querySelectorAll("*");
  for (const part of [svg, ...inside]) {
    // Where the library puts the whole on the page is no part of the drawing.
    for (const property of part === svg ? [] : [...part.style]) {
      part.setAttribute(property, part.style.getPropertyValue(property));
    }
    // Chromium removes only a style that was read as an attribute.
    if (part.getAttribute("style") !== null) {
      part.removeAttribute("style");
    }
    for (const attribute of ["id", "fill", "clip-path"]) {
      const value = part.getAttribute(attribute) ?? "";
      const named = renamed(value, prefix);
      if (named !== value) {
        part.setAttribute(attribute, named);
      }
    }
  }
}

/**
 * A chart as the text of an SVG, drawn by the library that draws it on the page.
 *
 * @param {import("./program.js").Chart} chart
 * @param {string} prefix
 */
async function drawn({ options, width, height }, prefix) {
  const { open } = await window.findings.importCharts();
  const element = paper(width, height);
  try {
    const chart = open(element, true);
    try {
      chart.show(/** @type {import("../charts/look.js").Option} */ (options), width, height, true);
      const svg = element.querySelector("svg");
      if (!svg) {
        throw new Error("the library drew nothing");
      }
      settle(svg, prefix);
      return new XMLSerializer().serializeToString(svg);
    } finally {
      chart.dispose();
    }
  } finally {
    element.remove();
  }
}

/**
 * A figure as an SVG file, and its chart alone as `drawn`.
 *
 * @param {import("./program.js").View} view
 * @param {string} figure
 */
export async function drawing(view, figure) {
  const measure = ruler();
  const chart = view.chart(figure, measure);
  const svg = chart ? await drawn(chart, `chart-${figure}`) : "";
  return { ...view.picture(figure, svg, measure), drawn: svg };
}

/**
 * A drawing in pixels, as a PNG file.
 *
 * @param {import("./program.js").Picture} drawing
 * @returns {Promise<import("./program.js").SavedFile>}
 */
export async function painting({ name, width, height, bytes }) {
  const address = URL.createObjectURL(new Blob([bytes], { type: MIMES.svg }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = SCALE * width;
    canvas.height = SCALE * height;
    const context = contextOf(canvas);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const pixels = context.getImageData(0, 0, canvas.width, canvas.height);
    return { name: pictureName(name), mime: MIMES.png, bytes: await png(pixels) };
  } finally {
    URL.revokeObjectURL(address);
  }
}
