// In the place of the service worker where a host wants none: takes away what an earlier one left.
const { pathname } = new URL(self.registration.scope);

async function forgetAll() {
  const ours = (await caches.keys()).filter((name) =>
    name.startsWith(`findings-explorer ${pathname} `),
  );
  await Promise.all(ours.map((name) => caches.delete(name)));
  await self.registration.unregister();
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(forgetAll()));
