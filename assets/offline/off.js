// In the place of the service worker where a host wants none: takes away what an earlier one left.
import { cachePrefix } from "./kept.js";

// The compiler of types knows `self` only as what every worker has.
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const prefix = cachePrefix(worker.registration.scope);

async function forgetAll() {
  const ours = (await caches.keys()).filter((name) => name.startsWith(prefix));
  await Promise.all(ours.map((name) => caches.delete(name)));
  await worker.registration.unregister();
}

worker.addEventListener("install", () => worker.skipWaiting());
worker.addEventListener("activate", (event) => event.waitUntil(forgetAll()));
