// The parts of ECharts that the figures use, and no others: it is the largest thing on the page.
import { BarChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

import { dressed, FORCED, look } from "./look.js";

use([BarChart, GridComponent, SVGRenderer]);

/** How wide a chart is drawn for paper. The page's width is less, so that its type is as large as a table's. */
const PAPER = 960;

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
// Colours that the reader's system forces may come and go.
FORCED.onchange = () => turns.forEach((turn) => turn(false));

/**
 * Opens a chart in an element. It draws nothing until `show`.
 *
 * @param {HTMLElement} element empty, with a height
 */
export function open(element) {
  // Where the page's type is larger than usual, so is the whole chart. A picture is of no page.
  const alone = element.classList.contains("paper");
  const zoom = () => (alone ? 1 : parseFloat(getComputedStyle(document.documentElement).fontSize) / 16);
  let paper = false;
  const size = () => {
    if (paper && onPaper) {
      return { width: PAPER, height: onPaper[1] };
    }
    const [width, height] = [element.clientWidth / zoom(), element.clientHeight / zoom()];
    return { width: paper ? Math.max(width, PAPER) : width, height };
  };
  /** @type {import("./look.js").Option | undefined} */
  let shown;
  /** @type {[import("./look.js").Option, number] | null | undefined} */
  let onPaper;
  const opened = () => init(element, look(element), { renderer: "svg", ...size() });
  let chart = opened();
  /** @param {boolean} still */
  const draw = (still) => {
    const { width, height } = size();
    chart.resize({ width, height, silent: true, animation: { duration: 0 } });
    const option = paper && onPaper ? onPaper[0] : shown;
    if (option) {
      chart.setOption(
        { ...dressed(option, element, paper), animation: !still },
        { replaceMerge: ["series", "xAxis", "yAxis", "grid"], lazyUpdate: false },
      );
    }
    // The style sheet scales the picture, for which the picture has to know its own size.
    element.querySelector("svg")?.setAttribute("viewBox", `0 0 ${width} ${height}`);
  };
  // Paper is white whatever the reader's colours are, and of one width whatever the window's is.
  /** @param {boolean} now */
  const turn = (now) => {
    chart.dispose();
    paper = now;
    element.classList.toggle("paper", paper);
    chart = opened();
    draw(true);
  };
  turns.add(turn);
  return {
    /**
     * Draws in the element as large as it is now, or changes what is drawn; series that are gone go.
     * `still` without motion; `forPaper` is what stands on paper instead, and how tall, where that is
     * something else.
     *
     * @param {import("./look.js").Option} option
     * @param {boolean} still
     * @param {[import("./look.js").Option, number] | null} [forPaper]
     */
    show(option, still, forPaper) {
      shown = option;
      onPaper = forPaper;
      draw(still);
    },
    /** Empties the element. */
    dispose() {
      turns.delete(turn);
      chart.dispose();
    },
  };
}
