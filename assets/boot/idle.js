/** In a moment, when what readers wait for stands. Browsers may never say that they are idle. */
export const whenIdle = () => new Promise((now) => setTimeout(now, 100));
