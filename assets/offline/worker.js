// The service worker: keeps the files of one version of the site, and answers with those and no
// others. `crates/site/src/worker.rs` writes SITE above this: the version, and each file's name with
// its SHA-256.
const scope = new URL(self.registration.scope);
// Other explorers on this host have names of their own: a path holds no space.
const OURS = `findings-explorer ${scope.pathname} `;
const CACHE = OURS + SITE.version;
const addressOf = (name) => new URL(name, scope).href;
const addresses = new Set(SITE.files.map(([name]) => addressOf(name)));

async function checksum(bytes) {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A file as the list has it, from the browser's own cache or, where that has another, the network. */
async function verified([name, expected]) {
  for (const cache of ["default", "reload"]) {
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

/** A file of this version; from the network where the browser has thrown it away. */
async function answer(address, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(address)) ?? fetch(request);
}

/** Takes over from the version before, unless that is open elsewhere too. */
async function use(asking) {
  const open = await self.clients.matchAll({ includeUncontrolled: true });
  const ours = open.filter((client) => client.url.startsWith(scope.href));
  if (ours.length > 1) {
    asking.postMessage("open elsewhere");
  } else {
    await self.skipWaiting();
  }
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(forgetOtherVersions()));
self.addEventListener("message", (event) => {
  if (event.data === "use") {
    event.waitUntil(use(event.source));
  }
});
self.addEventListener("fetch", (event) => {
  const { origin, pathname } = new URL(event.request.url);
  const asked = origin + pathname;
  const address = asked === scope.href ? addressOf("index.html") : asked;
  // Whatever else is there, such as data of an earlier version, comes from the network as ever.
  if (event.request.method === "GET" && addresses.has(address)) {
    event.respondWith(answer(address, event.request));
  }
});
