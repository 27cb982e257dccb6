// How charts look: the page's own colours and type, and where labels stand.

/** Left of the plot; `LABELS` in src/chart/layout.rs. */
const LABELS = 232;
const GAP = 16;
const SIZE = 16;

/** The theme of a chart, read from the page's style sheet as it is now. */
export function look(element, narrow) {
  const style = getComputedStyle(element);
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
    aria: { label: { enabled: false } },
    categoryAxis: {
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { show: false },
      axisLabel: { ...text, interval: 0, ...labelPlace(element, narrow) },
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
      label: { ...number, color: colour("text") },
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

/** Numbers inside segments of any colour stand on a ground of the page's own. */
export function dressed(option, element) {
  const ground = getComputedStyle(element).getPropertyValue("--background").trim();
  const label = { backgroundColor: ground, padding: [2, 4] };
  const series = option.series.map((one) =>
    one.stack
      ? { ...one, label: { ...one.label, ...label }, itemStyle: { borderWidth: 1 } }
      : one,
  );
  return { ...option, series };
}

/** Left of the bars at one left edge, or above them. */
function labelPlace(element, narrow) {
  if (narrow) {
    return {
      inside: true,
      align: "left",
      verticalAlign: "bottom",
      margin: 0,
      padding: [0, 0, 14, 0],
      width: element.clientWidth,
      overflow: "break",
    };
  }
  return { align: "left", margin: LABELS + GAP, width: LABELS, overflow: "break", lineHeight: 20 };
}
