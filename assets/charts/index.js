// The parts of ECharts that the figures use, and no others: it is the largest thing on the page.
import { BarChart, HeatmapChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, VisualMapComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

import { dressed, look } from "./look.js";

use([
  AriaComponent,
  BarChart,
  GridComponent,
  HeatmapChart,
  LegendComponent,
  SVGRenderer,
  VisualMapComponent,
]);

/** How wide a chart is drawn for paper. The page's width is less, so that its type is as large as a table's. */
const PAPER = "960px";

/**
 * What this module is to whoever loads it.
 *
 * @typedef {typeof import("./index.js")} Charts
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
 * Opens a chart in an element. It draws nothing until `show`.
 *
 * @param {HTMLElement} element empty, with a height
 * @param {boolean} narrow whether labels stand above the bars
 */
export function open(element, narrow) {
  const opened = () => init(element, look(element, narrow), { renderer: "svg" });
  let chart = opened();
  /** @type {import("./look.js").Option | undefined} */
  let shown;
  /**
   * @param {import("./look.js").Option} option
   * @param {boolean} still
   */
  const draw = (option, still) => {
    chart.resize({ silent: true, animation: { duration: 0 } });
    chart.setOption(
      { ...dressed(option, element, narrow), animation: !still },
      { replaceMerge: ["series", "xAxis", "yAxis", "visualMap", "legend", "grid"], lazyUpdate: false },
    );
  };
  // Paper is white whatever the reader's colours are, and of one width whatever the window's is: the
  // style sheet scales the picture to it, for which the picture has to know its own size.
  /** @param {boolean} paper */
  const turn = (paper) => {
    chart.dispose();
    element.classList.toggle("paper", paper);
    element.style.width = paper && !narrow ? PAPER : "";
    chart = opened();
    if (shown) {
      draw(shown, true);
    }
    if (paper) {
      const size = `0 0 ${chart.getWidth()} ${chart.getHeight()}`;
      element.querySelector("svg")?.setAttribute("viewBox", size);
    }
  };
  turns.add(turn);
  return {
    /**
     * Draws, or changes what is drawn; series that are gone go. `still` without motion.
     *
     * @param {import("./look.js").Option} option
     * @param {boolean} still
     */
    show(option, still) {
      shown = option;
      draw(option, still);
    },
    /** Follows the element's size. */
    resize() {
      chart.resize();
    },
    /** Empties the element. */
    dispose() {
      turns.delete(turn);
      chart.dispose();
    },
  };
}
