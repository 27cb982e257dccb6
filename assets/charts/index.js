// The parts of ECharts that the figures use, and no others: it is the largest thing on the page.
import { BarChart, HeatmapChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendPlainComponent, VisualMapContinuousComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

import { dressed, look } from "./look.js";

use([
  AriaComponent,
  BarChart,
  GridComponent,
  HeatmapChart,
  LegendPlainComponent,
  SVGRenderer,
  VisualMapContinuousComponent,
]);

/** How wide a chart is drawn for paper. The page's width is less, so that its type is as large as a table's. */
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
 */

/**
 * What makes each open chart ready for paper, or for the screen again.
 *
 * @type {Set<(paper: boolean) => void>}
 */
const turns = new Set();
addEventListener("beforeprint", () => turns.forEach((turn) => turn(true)));
addEventListener("afterprint", () => turns.forEach((turn) => turn(false)));

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
 * @param {boolean} narrow whether labels stand above the bars
 * @param {boolean} [always] draws wherever it is
 */
export function open(element, narrow, always = false) {
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
  const sizeOf = ({ width, height }) => ({ width: isPaper && !narrow ? PAPER : width, height });
  /** @param {Shown} what */
  const draw = (what) => {
    const { option, still } = what;
    const size = sizeOf(what);
    if (!chart) {
      chart = init(element, look(element, narrow), { renderer: "svg", ...size });
    } else if (chart.getWidth() !== size.width || chart.getHeight() !== size.height) {
      chart.resize({ ...size, silent: true, animation: { duration: 0 } });
    }
    chart.setOption(
      { ...dressed(option, element, narrow, size.width), animation: !still },
      { replaceMerge: ["series", "xAxis", "yAxis", "visualMap", "legend", "grid"], lazyUpdate: false },
    );
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
  // Paper is white whatever the reader's colours are, and of one width whatever the window's is: the
  // style sheet scales the picture to it, for which the picture has to know its own size.
  /** @param {boolean} paper */
  const turn = (paper) => {
    isPaper = paper;
    chart?.dispose();
    chart = undefined;
    element.classList.toggle("paper", paper);
    element.style.width = paper && !narrow ? `${PAPER}px` : "";
    isDue = true;
    if (shown && (paper || isNear)) {
      draw({ ...shown, still: true });
    }
    if (shown && paper) {
      const { width, height } = sizeOf(shown);
      element.querySelector("svg")?.setAttribute("viewBox", `0 0 ${width} ${height}`);
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
     */
    show(option, width, height, still) {
      shown = { option, width, height, still };
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
