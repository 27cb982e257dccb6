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

/**
 * Opens a chart in an element. It draws nothing until `show`.
 *
 * @param {HTMLElement} element empty, with a height
 * @param {boolean} narrow whether labels stand above the bars
 */
export function open(element, narrow) {
  const chart = init(element, look(element, narrow), { renderer: "svg" });
  return {
    /** Draws, or changes what is drawn; series that are gone go. `still` without motion. */
    show(option, still) {
      chart.resize({ silent: true, animation: { duration: 0 } });
      chart.setOption(
        { ...dressed(option, element, narrow), animation: !still },
        { replaceMerge: ["series", "xAxis", "yAxis", "visualMap", "legend", "grid"], lazyUpdate: false },
      );
    },
    /** Follows the element's size. */
    resize() {
      chart.resize();
    },
    /** Empties the element. */
    dispose() {
      chart.dispose();
    },
  };
}
