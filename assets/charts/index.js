// The parts of ECharts that the figures use, and no others: it is the largest thing on the page.
import { BarChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

import { dressed, FORCED, look } from "./look.js";

use([BarChart, GridComponent, SVGRenderer]);

/**
 * How wide a chart is drawn for paper that is narrow on the screen. The page's width is less, so that its
 * type is as large as a table's.
 */
const PAPER = 960;

/**
 * What this module is to whoever loads it.
 *
 * @typedef {typeof import("./index.js")} Charts
 *
 * @typedef {object} Shown
 * @property {import("./look.js").Option} option
 * @property {number} width
 * @property {number} height
 * @property {boolean} still whether it is drawn without motion
 * @property {[import("./look.js").Option, number] | null} [onPaper] what stands on paper instead, and how
 *   tall, where that is something else
 */

/**
 * What makes each open chart ready for paper, or for the screen again.
 *
 * @type {Set<(paper: boolean) => void>}
 */
const turns = new Set();
addEventListener("beforeprint", () => turns.forEach((turn) => turn(true)));
addEventListener("afterprint", () => turns.forEach((turn) => turn(false)));
// Colours that the reader's system forces may come and go.
FORCED.onchange = () => turns.forEach((turn) => turn(false));

/**
 * What each open chart does when it comes near the view or leaves it.
 *
 * @type {WeakMap<Element, (isNear: boolean) => void>}
 */
const comings = new WeakMap();
/** A screenful above and below: who scrolls finds charts drawn. */
const sight = new IntersectionObserver(
  (seen) => seen.forEach(({ target, isIntersecting }) => comings.get(target)?.(isIntersecting)),
  { rootMargin: "100% 0px" },
);

/**
 * Opens a chart in an element. It draws nothing until `show`, and until it is near the view: most
 * charts of a long page are never seen, and drawing is what takes longest of a click.
 *
 * @param {HTMLElement} element empty, with a height
 * @param {boolean} [always] draws wherever it is
 */
export function open(element, always = false) {
  /** @type {import("echarts/core").EChartsType | undefined} */
  let chart;
  /** @type {Shown | undefined} */
  let shown;
  let isNear = always;
  /** Whether what is shown is not what is drawn. */
  let isDue = false;
  let isPaper = false;
  // Said, not read: reading it would lay out the page once for each chart.
  /** @param {Shown} what */
  const sizeOf = ({ width, height, onPaper }) => ({
    // Where numbers stand was measured for the width of what is drawn.
    width: isPaper && onPaper ? PAPER : width,
    height: (isPaper && onPaper?.[1]) || height,
  });
  /** @param {Shown} what */
  const draw = (what) => {
    const { option, still, onPaper } = what;
    const size = sizeOf(what);
    if (!chart) {
      chart = init(element, look(element), { renderer: "svg", ...size });
    } else if (chart.getWidth() !== size.width || chart.getHeight() !== size.height) {
      chart.resize({ ...size, silent: true, animation: { duration: 0 } });
    }
    chart.setOption(
      { ...dressed((isPaper && onPaper?.[0]) || option, element, isPaper || always), animation: !still },
      { replaceMerge: ["series", "xAxis", "yAxis", "grid"], lazyUpdate: false },
    );
    // The style sheet scales the picture: to the page's type, and to paper.
    element.querySelector("svg")?.setAttribute("viewBox", `0 0 ${size.width} ${size.height}`);
    isDue = false;
  };
  /** @param {boolean} near */
  const come = (near) => {
    isNear = near;
    if (isDue && near && shown) {
      // What changed while nobody saw it does not move when it is seen.
      draw({ ...shown, still: shown.still || chart !== undefined });
    }
  };
  // Paper is white whatever the reader's colours are, and of one width whatever the window's is.
  /** @param {boolean} paper */
  const turn = (paper) => {
    isPaper = paper;
    chart?.dispose();
    chart = undefined;
    element.classList.toggle("paper", paper);
    isDue = true;
    if (shown && (paper || isNear)) {
      draw({ ...shown, still: true });
    }
  };
  turns.add(turn);
  if (!always) {
    comings.set(element, come);
    sight.observe(element);
  }
  return {
    /**
     * Draws, or changes what is drawn; series that are gone go.
     *
     * @param {import("./look.js").Option} option
     * @param {number} width
     * @param {number} height
     * @param {boolean} still without motion
     * @param {Shown["onPaper"]} [onPaper]
     */
    show(option, width, height, still, onPaper) {
      shown = { option, width, height, still, onPaper };
      isDue = true;
      if (isNear) {
        draw(shown);
      }
    },
    /** Empties the element. */
    dispose() {
      turns.delete(turn);
      if (!always) {
        comings.delete(element);
        sight.unobserve(element);
      }
      chart?.dispose();
    },
  };
}
