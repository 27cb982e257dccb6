// How charts look: the page's own colours and type, and where labels stand.

import { ANSWERS_STACK, INVENTED_SERIES, LABEL_WIDTH, RANGES_STACK, SIDE_A, SIDE_B, TRACK_SERIES, UNSEEN_SERIES } from "../contract.js";

/**
 * The parts of an option that are looked at here: `crates/explorer/src/chart` makes them.
 *
 * @typedef {{ value?: unknown, name?: string, [part: string]: unknown }} Item
 * @typedef {{ id?: string, stack?: string, label?: object, data: Item[], [part: string]: unknown }} Series
 * @typedef {{ data?: unknown[], axisLabel?: object, [part: string]: unknown }} Axis
 * @typedef {{ series: Series[], xAxis: Axis, yAxis: Axis, grid: { left: number } }} Option
 * @typedef {(name: string) => string} Colour
 */

const GAP = 16;
const SIZE = 16;

/**
 * The theme of a chart, read from the page's style sheet as it is now.
 *
 * @param {HTMLElement} element
 * @param {boolean} narrow
 */
export function look(element, narrow) {
  const style = getComputedStyle(element);
  /** @type {Colour} */
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  const text = { color: colour("text"), fontFamily: style.fontFamily, fontSize: SIZE };
  const series = [1, 2, 3, 4, 5, 6].map((n) => colour(`series-${n}`));
  const number = { ...text, fontWeight: 600, fontSize: 15 };

  return {
    color: series,
    textStyle: text,
    animationDuration: 0,
    animationDurationUpdate: 150,
    animationEasingUpdate: "linear",
    categoryAxis: {
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { show: false },
      axisLabel: { ...text, interval: 0, lineHeight: 20 },
    },
    bar: {
      barMaxWidth: 20,
      barMinHeight: 0,
      itemStyle: { borderColor: colour("background"), borderWidth: 0 },
      backgroundStyle: { color: colour("track") },
      label: number,
      labelLayout: { hideOverlap: false },
      emphasis: { disabled: true },
      silent: true,
      cursor: "default",
    },
    heatmap: {
      itemStyle: { borderColor: colour("background"), borderWidth: 2 },
      label: { ...number, color: colour("text"), position: narrow ? "insideBottom" : "inside" },
      emphasis: { disabled: true },
      silent: true,
    },
    visualMap: { inRange: { color: [colour("surface"), colour("heat")] } },
    legend: {
      textStyle: text,
      icon: "rect",
      itemWidth: 18,
      itemHeight: 14,
      itemGap: 20,
      padding: 0,
      selectedMode: false,
    },
  };
}

/**
 * What a theme can't say: where the labels of each axis stand, that lines are seen on bars and beside
 * them, and that numbers inside segments of any colour stand on a ground of the page's own.
 *
 * @param {Option} option
 * @param {HTMLElement} element
 * @param {boolean} narrow
 * @param {number} width
 */
export function dressed(option, element, narrow, width) {
  const style = getComputedStyle(element);
  /** @type {Colour} */
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  const ground = colour("background");
  const label = { backgroundColor: ground, padding: [2, 4] };
  const line = { color: colour("text"), borderColor: ground, borderWidth: 1 };
  const series = option.series.map((one) =>
    isSide(one)
      ? {
          ...one,
          barGap: "20%",
          itemStyle: SIDES[one.id](colour, ground),
          // A border around nothing would look like something.
          data: one.data.map((item) => (item.value ? item : { ...item, itemStyle: { borderWidth: 0 } })),
        }
      : one.id === INVENTED_SERIES
      ? {
          ...one,
          itemStyle: { color: ground, borderColor: colour("series-1"), borderWidth: 2, borderType: "dashed" },
          data: one.data.map((item) => (item.value ? item : { ...item, itemStyle: { borderWidth: 0 } })),
        }
      : one.id === TRACK_SERIES
      ? { ...one, itemStyle: { color: colour("track") } }
      : one.stack === RANGES_STACK
      ? { ...one, itemStyle: one.id === UNSEEN_SERIES ? { color: "transparent" } : line }
      : one.stack
      ? {
          ...one,
          label: { ...one.label, ...label },
          itemStyle: { borderWidth: 1 },
          // Where a number has no room, its ground would stand there empty.
          data: one.data.map((item) => (item.name ? item : { ...item, label: { show: false } })),
        }
      : one,
  );
  const columns = option.xAxis.data?.length;
  const yAxis =
    columns && narrow
      ? // Cells leave no room above them: the labels stand on top of them, and the numbers below.
        { ...withLabel(option.yAxis, { ...labelPlace(width, narrow), ...ON_CELLS }), z: 3 }
      : withLabel(option.yAxis, labelPlace(width, narrow, series.some(isSide)));
  const xAxis = columns
    ? withLabel(option.xAxis, {
        align: "center",
        verticalAlign: "bottom",
        overflow: "break",
        width: (width - option.grid.left) / columns - 6,
        ...(narrow ? { fontSize: 13, lineHeight: 16 } : {}),
      })
    : option.xAxis;
  /** @param {string} stack */
  const has = (stack) => series.some((one) => one.stack === stack);
  return {
    ...option,
    series,
    xAxis,
    // Lines over bars have an axis of their own, or they would stand beside them.
    yAxis: has(RANGES_STACK) ? [yAxis, { ...option.yAxis, show: false }] : named(yAxis, colour),
    aria: { ...PATTERNS, enabled: has(ANSWERS_STACK) },
  };
}

/**
 * Of two selections the first is full and the second hollow; both have their letter too.
 *
 * @type {Record<string, (colour: Colour, ground: string) => object>}
 */
const SIDES = {
  [SIDE_A]: (colour) => ({ color: colour("series-1") }),
  [SIDE_B]: (colour, ground) => ({ color: ground, borderColor: colour("accent"), borderWidth: 3 }),
};

/** Stacked answers differ by pattern too; the words are the page's own, not the library's. */
const PATTERNS = {
  label: { enabled: false },
  decal: {
    show: true,
    decals: [
      { symbol: "none" },
      { dashArrayX: [1, 0], dashArrayY: [2, 5], symbolSize: 1, rotation: Math.PI / 6 },
      { symbol: "circle", dashArrayX: [[8, 8], [0, 8, 8, 0]], dashArrayY: [6, 0], symbolSize: 0.8 },
      { dashArrayX: [1, 0], dashArrayY: [4, 3], rotation: -Math.PI / 4 },
      { dashArrayX: [[6, 6], [0, 6, 6, 0]], dashArrayY: [6, 0] },
      { symbol: "triangle", dashArrayX: [[9, 9], [0, 9, 9, 0]], dashArrayY: [7, 2], symbolSize: 0.75 },
    ].map((pattern) => ({ color: "rgba(0, 0, 0, 0.28)", ...pattern })),
  },
};

/**
 * @param {{ id?: string }} series
 * @returns {series is { id: string }}
 */
const isSide = (series) => series.id !== undefined && series.id in SIDES;

/**
 * @param {Axis} axis
 * @param {object} place
 */
const withLabel = (axis, place) => ({ ...axis, axisLabel: { ...axis.axisLabel, ...place } });

/**
 * The axis of answers with what is said below the plot, where something is.
 *
 * @param {Axis} axis
 * @param {Colour} colour
 */
const named = (axis, colour) => ({
  ...axis,
  // It runs downwards: its end is below.
  nameLocation: "end",
  nameGap: 8,
  nameTextStyle: { color: colour("invented"), fontSize: 14, fontWeight: 600, align: "left", verticalAlign: "top" },
});

/** Where the label of a row of cells stands: in its upper part. */
const ON_CELLS = { padding: [0, 0, -8, 0] };

/**
 * Left of the bars at one left edge, or above them; `pairs` where there are two bars for each label.
 *
 * @param {number} width
 * @param {boolean} narrow
 * @param {boolean} [pairs]
 */
function labelPlace(width, narrow, pairs) {
  if (narrow) {
    return {
      inside: true,
      align: "left",
      verticalAlign: "bottom",
      margin: 0,
      // Above one bar, or above two.
      padding: [0, 0, pairs ? 26 : 14, 0],
      width,
      overflow: "break",
    };
  }
  return { align: "left", margin: LABEL_WIDTH + GAP, width: LABEL_WIDTH, overflow: "break" };
}
