/** Once the browser has nothing better to do, where it tells. */
export const whenIdle = () =>
  new Promise((now) => (window.requestIdleCallback ?? setTimeout)(now));
