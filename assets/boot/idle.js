/** So long, in milliseconds, what can wait waits at most. */
const PATIENCE = 2000;

/** Once the browser has nothing better to do. */
export const whenIdle = () =>
  new Promise((now) =>
    // Not every browser tells.
    "requestIdleCallback" in window
      ? requestIdleCallback(now, { timeout: PATIENCE })
      : setTimeout(now),
  );
