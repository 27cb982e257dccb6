// Draws the picture that previews of links show: SVG from standard input to PNG on standard output.
// Only the typeface that the build installs is used, so that it looks the same everywhere.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { Resvg } from "@resvg/resvg-js";

const FAMILY = "@expo-google-fonts/source-sans-3";
const WEIGHTS = ["400Regular/SourceSans3_400Regular.ttf", "600SemiBold/SourceSans3_600SemiBold.ttf"];

const fontFiles = WEIGHTS.map((file) =>
  createRequire(import.meta.url).resolve(`${FAMILY}/${file}`),
);
const picture = new Resvg(readFileSync(0, "utf8"), {
  fitTo: { mode: "width", value: 1200 },
  font: { fontFiles, loadSystemFonts: false, defaultFontFamily: "Source Sans 3" },
});
process.stdout.write(picture.render().asPng());
