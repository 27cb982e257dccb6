// How charts look: the page's own colours and type, and where labels stand.

import { INVENTED_SERIES, OFF_SCALE_SERIES, OTHER_SET_STACK, RANGES_STACK, SIDE_A, SIDE_B, TRACK_SERIES } from "../contract.js";

/**
 * The parts of an option that are looked at here: `crates/explorer/src/chart` makes them. A bar's
 * value is its length, its place, where its words stand, how far beside that, and its colour where its
 * series has none: none at all at -1, grey at -2, from light to dark up to 1, one without an order from 2 on.
 *
 * @typedef {{ value: [number, number, string, number, number | null], name?: string }} Item
 * @typedef {{ id: string, stack?: string, yAxisIndex?: number, data?: Item[], [part: string]: unknown }} Series
 * @typedef {{ data: string[], name?: string, [part: string]: unknown }} Axis
 * @typedef {{ series: Series[], xAxis: object, yAxis: Axis, grid: { left: number } }} Option
 * @typedef {(name: string) => string} Colour
 * @typedef {{ color: string, borderColor?: string, borderWidth?: number, borderType?: string, decal?: object }} Look
 */

const SIZE = 16;
/** Whether the reader’s system forces its colours. */
export const FORCED = matchMedia("(forced-colors:active)");

/**
 * @param {HTMLElement} element
 * @returns {Colour}
 */
function colours(element) {
  const style = getComputedStyle(element);
  return (name) => style.getPropertyValue(`--${name}`).trim();
}

/**
 * The theme of a chart, read from the page's style sheet as it is now.
 *
 * @param {HTMLElement} element
 */
export function look(element) {
  const { fontFamily } = getComputedStyle(element);
  const text = { color: colours(element)("text"), fontFamily, fontSize: SIZE };
  return {
    textStyle: text,
    animationDuration: 0,
    animationDurationUpdate: 150,
    animationEasingUpdate: "linear",
    categoryAxis: {
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { show: false },
      axisLabel: { ...text, lineHeight: 20, rich: { h: { fontWeight: 600, lineHeight: 20 } } },
    },
    bar: {
      barMinHeight: 0,
      label: { ...text, show: true, formatter: "{b}", fontWeight: 600, fontSize: 15, lineHeight: 20 },
      labelLayout: { hideOverlap: false },
      emphasis: { disabled: true },
      silent: true,
      cursor: "default",
    },
  };
}

/**
 * What a theme can't say: each bar's colours, and where its words and the labels of the rows stand.
 *
 * @param {Option} option
 * @param {HTMLElement} element
 * @param {boolean} printed
 */
export function dressed(option, element, printed) {
  const colour = colours(element);
  const invented = Boolean(option.yAxis.name);
  const forced = FORCED.matches && !element.classList.contains("paper");
  const look = looks(colour, invented, forced);
  const paint = painter(colour, invented, printed, forced);
  const series = option.series.map((one) => {
    const base = look(one);
    const data = (one.data ?? []).map(({ name, value }) => {
      const [length, , position, moved, shade] = value;
      const style = shade === null ? base : paint(shade);
      const inside = position.startsWith("inside");
      const label = name
        ? { position, offset: [moved, 0], distance: 6, align: alignment(position), ...on(style, inside, colour) }
        : { show: false };
      // A border around nothing would look like something.
      return { name, value, label, itemStyle: length ? style : { ...style, borderWidth: 0 } };
    });
    return { ...one, data };
  });
  const { left } = option.grid;
  const { data } = option.yAxis;
  const labels = left
    ? { margin: left }
    : // Above one bar, or above two.
      { inside: true, verticalAlign: "bottom", margin: 0, padding: [0, 0, series.some(isSide) ? 26 : 18, 0] };
  const yAxis = {
    ...option.yAxis,
    axisLabel: { align: "left", interval: (/** @type {number} */ place) => data[place] !== "", ...labels },
    // The axis runs downwards: its end is below.
    nameLocation: "end",
    nameGap: 8,
    nameTextStyle: { color: colour("invented"), fontSize: 14, lineHeight: 18, fontWeight: 600, align: "left", verticalAlign: "top", padding: [0, 0, 0, -left] },
  };
  // Keys, lines and ticks over bars have axes of their own, or they would stand beside them.
  // What the labels take has been left to them.
  const grid = { ...option.grid, outerBoundsMode: "none" };
  const unseen = { ...option.yAxis, name: "", show: false };
  return { ...option, grid, series, yAxis: [yAxis, unseen, unseen] };
}

/** @param {{ id: string }} series */
const isSide = ({ id }) => id === SIDE_A || id === SIDE_B;

/** @param {string} position */
const alignment = (position) =>
  ({ insideRight: "right", right: "left", insideLeft: "left" })[position] ?? "center";

/**
 * The looks of series whose bars are all alike. Real numbers are full, invented ones hollow and dashed;
 * of two selections the second is hollow, and both have their letter.
 *
 * @param {Colour} colour
 * @param {boolean} invented whether all numbers are
 * @param {boolean} forced whether the system forces its colours
 * @returns {(series: Series) => Look}
 */
function looks(colour, invented, forced) {
  const [ground, full, text] = [colour("background"), colour("series-1"), colour("text")];
  const over = { color: text, borderColor: ground, borderWidth: 1 };
  const borderType = invented ? "dashed" : "solid";
  /** @type {Record<string, Look>} */
  const known = {
    [INVENTED_SERIES]: { color: ground, borderColor: full, borderWidth: 2, borderType: "dashed" },
    [SIDE_A]: { color: invented ? mixed(ground, full, 0.25) : full, borderColor: full, borderWidth: 2, borderType },
    [SIDE_B]: { color: ground, borderColor: colour("accent"), borderWidth: 2, borderType },
    [OFF_SCALE_SERIES]: { color: colour("control") },
    [RANGES_STACK]: over,
    [OTHER_SET_STACK]: over,
  };
  const track = { color: colour("track"), borderColor: text, borderWidth: forced ? 1 : 0 };
  return ({ id }) => known[id] ?? (id.startsWith(TRACK_SERIES) ? track : { color: full });
}

/**
 * The looks of bars whose colours mean something. An outline keeps the lightest in sight.
 *
 * @param {Colour} colour
 * @param {boolean} invented
 * @param {boolean} printed
 * @param {boolean} forced
 * @returns {(shade: number) => Look}
 */
function painter(colour, invented, printed, forced) {
  const [ground, full] = [colour("background"), colour("series-1")];
  /** @param {string} borderColor */
  const border = (borderColor) => (invented ? { borderColor, borderWidth: 2, borderType: "dashed" } : { borderColor, borderWidth: 1 });
  return (shade) => {
    const hue = shade - 2;
    const pattern = Math.round(hue < 0 ? shade * 11 : hue * 5) % 12;
    if (shade < -1) {
      const grey = colour("control");
      return { color: invented || forced ? ground : grey, ...border(grey) };
    }
    if (shade < 0) {
      return { color: "transparent" };
    }
    if (forced) {
      return { color: ground, decal: lines(pattern / 11, colour("text"), pattern), ...border(full) };
    }
    if (hue < 0) {
      // Paler where all is invented: so its outline is seen.
      return { color: mixed(ground, full, 0.08 + (invented ? 0.5 : 0.92) * shade), ...border(full) };
    }
    const own = colour(`series-${(hue % 6) + 1}`);
    // Beyond the sixth, and without colours, patterns tell them apart too.
    const decal = printed || hue > 5 ? { decal: lines((pattern + 1) / 16, "rgba(0, 0, 0, 0.3)", pattern) } : {};
    return { color: invented ? mixed(ground, own, 0.35) : own, ...decal, ...border(invented ? own : ground) };
  };
}

/**
 * Slanted lines, denser the more.
 *
 * @param {number} dense from 0 to 1
 * @param {string} color
 * @param {number} pattern neighbours are slanted differently
 */
const lines = (dense, color, pattern) => ({
  color,
  dashArrayX: [1, 0],
  dashArrayY: [8 * dense, 8 - 8 * dense],
  rotation: (pattern % 2 ? 1 : -1) * (Math.PI / 4),
});

/**
 * How words look on or beside a bar.
 *
 * @param {Look} style
 * @param {boolean} inside
 * @param {Colour} colour
 */
function on({ color, decal }, inside, colour) {
  const [ground, text] = [colour("background"), colour("text")];
  if (!inside || color === ground || color === "transparent") {
    return { color: text, ...(decal && inside ? plate(ground) : {}) };
  }
  if (!color.startsWith("#")) {
    return { color: ground };
  }
  const light = luminance(color) > 0.18;
  return { color: light ? "#000000" : "#ffffff", ...(decal ? plate(light ? "#ffffff" : "#000000") : {}) };
}

/**
 * What keeps words on patterns readable.
 *
 * @param {string} ground
 */
const plate = (ground) => ({ backgroundColor: ground, padding: [0, 4] });

/** @param {string} hex */
const parts = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

/**
 * @param {string} from
 * @param {string} to
 * @param {number} share of `to`
 */
function mixed(from, to, share) {
  const other = parts(to);
  const both = parts(from).map((part, at) => Math.round(part + (other[at] - part) * share));
  // Colours of the system have no numbers.
  return both.some(Number.isNaN) ? from : `#${both.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

/** @param {string} hex */
function luminance(hex) {
  const [red, green, blue] = parts(hex).map((part) => (part / 255) ** 2.2);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
