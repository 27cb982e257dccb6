// The service worker: keeps the files of one version of the site, and answers with those and no
// others. `crates/site/src/worker.rs` writes SITE above this: the version, and each file's name with
// its SHA-256.
import { cachePrefix, fileAsked } from "./kept.js";

// The compiler of types knows `self` only as what every worker has.
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const { scope } = worker.registration;
const OURS = cachePrefix(scope);
const CACHE = OURS + SITE.version;
/** @param {string} name */
const addressOf = (name) => new URL(name, scope).href;
const addresses = new Set(SITE.files.map(([name]) => addressOf(name)));

/** @param {ArrayBuffer} bytes */
async function checksum(bytes) {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * A file as the list has it, from the browser's own cache or, where that has another, the network.
 *
 * @param {typeof SITE.files[number]} file
 * @returns {Promise<[address: string, answer: Response]>}
 */
async function verified([name, expected]) {
  for (const cache of /** @type {const} */ (["default", "reload"])) {
    const response = await fetch(addressOf(name), { cache });
    const bytes = await response.arrayBuffer();
    if (response.ok && (await checksum(bytes)) === expected) {
      const headers = new Headers(response.headers);
      // They are about the bytes on their way.
      ["content-encoding", "content-length", "vary"].forEach((header) => headers.delete(header));
      return [addressOf(name), new Response(bytes, { headers })];
    }
  }
  throw new Error(`${name} is not of this version`);
}

/** All files, or none: a site that is half deployed is left alone. */
async function install() {
  const files = await Promise.all(SITE.files.map(verified));
  try {
    const cache = await caches.open(CACHE);
    await Promise.all(files.map(([address, response]) => cache.put(address, response)));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

async function forgetOtherVersions() {
  const ours = (await caches.keys()).filter((name) => name.startsWith(OURS));
  await Promise.all(ours.filter((name) => name !== CACHE).map((name) => caches.delete(name)));
}

/**
 * A file of this version; from the network where the browser has thrown it away.
 *
 * @param {string} address
 * @param {Request} request
 */
async function answer(address, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(address)) ?? fetch(request);
}

/**
 * Takes over from the version before, unless that is open elsewhere too.
 *
 * @param {ExtendableMessageEvent["source"]} asking
 */
async function use(asking) {
  const open = await worker.clients.matchAll({ includeUncontrolled: true });
  const ours = open.filter((client) => client.url.startsWith(scope));
  if (ours.length > 1) {
    asking?.postMessage("open-elsewhere");
  } else {
    await worker.skipWaiting();
  }
}

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(forgetOtherVersions()));
worker.addEventListener("message", (event) => {
  if (event.data === "use") {
    event.waitUntil(use(event.source));
  }
});
worker.addEventListener("fetch", (event) => {
  const address = fileAsked(event.request.url, scope);
  // Whatever else is there, such as data of an earlier version, comes from the network as ever.
  if (event.request.method === "GET" && addresses.has(address)) {
    event.respondWith(answer(address, event.request));
  }
});
