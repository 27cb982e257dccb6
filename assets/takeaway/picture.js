// Figures as pictures: charts drawn off-screen in the colours of paper, then put together with their
// words by the program.

import { png } from "./png.js";

/** A picture's pixels for each of the drawing's. */
const SCALE = 2;

/** How wide a text is, in pixels. */
function ruler() {
  const context = document.createElement("canvas").getContext("2d");
  const family = getComputedStyle(document.body).fontFamily;
  return (text, size, weight) => {
    context.font = `${weight} ${size}px ${family}`;
    return context.measureText(text).width;
  };
}

/** An element that is laid out, and neither seen nor heard. */
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
 * Gives patterns and clippings names of their own: the library counts them through, so that the same
 * chart would be another text each time, and two charts on one page could use each other's. And writes
 * styles as attributes, which no policy refuses.
 */
function settle(svg, prefix) {
  for (const part of [svg, ...svg.querySelectorAll("*")]) {
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
      const named = value.replace(/^(url\(#)?zr\d+-/, `$1${prefix}-`);
      if (named !== value) {
        part.setAttribute(attribute, named);
      }
    }
  }
}

/** A chart as the text of an SVG, drawn by the library that draws it on the page. */
async function drawn({ options, width, height }, prefix) {
  const { open } = await window.findings.importCharts();
  const element = paper(width, height);
  try {
    const chart = open(element, false);
    try {
      chart.show(options, true);
      const svg = element.querySelector("svg");
      settle(svg, prefix);
      return new XMLSerializer().serializeToString(svg);
    } finally {
      chart.dispose();
    }
  } finally {
    element.remove();
  }
}

/** A figure as an SVG file, and its chart alone as `drawn`. */
export async function drawing(view, figure) {
  const chart = view.chart(figure);
  const svg = chart ? await drawn(chart, `chart-${figure}`) : "";
  return { ...view.picture(figure, svg, ruler()), drawn: svg };
}

/** A drawing in pixels, as a PNG file. */
export async function painting({ name, width, height, bytes }) {
  const address = URL.createObjectURL(new Blob([bytes], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = SCALE * width;
    canvas.height = SCALE * height;
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const pixels = context.getImageData(0, 0, canvas.width, canvas.height);
    return { name: name.replace(/svg$/, "png"), mime: "image/png", bytes: await png(pixels) };
  } finally {
    URL.revokeObjectURL(address);
  }
}
