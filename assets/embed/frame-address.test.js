import assert from "node:assert/strict";
import { test } from "node:test";

import { frameAddress } from "./frame-address.js";

const BASE = "https://paper.example/news/today.html";

/** @type {[src: string | null, address: string | undefined][]} */
const CASES = [
  ["https://site.example/", "https://site.example/embed.html"],
  ["https://site.example/tic", "https://site.example/tic/embed.html"],
  ["https://site.example/tic/index.html", "https://site.example/tic/embed.html"],
  ["https://site.example/tic/?data=1#/x", "https://site.example/tic/embed.html"],
  ["/tic/", "https://paper.example/tic/embed.html"],
  ["./", "https://paper.example/news/embed.html"],
  ["http://site.example/", "http://site.example/embed.html"],
  [null, undefined],
  ["", undefined],
  ["javascript:alert(1)", undefined],
  ["data:text/html,x", undefined],
  ["blob:https://site.example/1", undefined],
  ["file:///etc/", undefined],
  ["https://", undefined],
];

test("a frame loads the embed's page of the site, and nothing but a site", () => {
  for (const [src, address] of CASES) {
    assert.equal(frameAddress(src, BASE, {})?.href, address, String(src));
  }
});

test("what is given stands in the query, and can't end it", () => {
  const address = frameAddress("https://site.example/", BASE, { theme: "dark", data: null });
  assert.equal(address?.href, "https://site.example/embed.html?theme=dark");
  const hostile = frameAddress("https://site.example/", BASE, { theme: "", data: "1&theme=dark#/" });
  assert.equal(hostile?.href, "https://site.example/embed.html?data=1%26theme%3Ddark%23%2F");
});
