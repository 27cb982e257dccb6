// The last script of the page as one file: all that it needs stands before it.
import { start } from "../start.js";
import { inside } from "./inside.js";
import { offerPackage } from "./package.js";

offerPackage();
start(inside);
