// Timers as Node has them: objects with `unref`, which a page needs not but code calls.

const browser = { setTimeout: self.setTimeout.bind(self), setInterval: self.setInterval.bind(self) };
const browserClear = self.clearTimeout.bind(self);

class Timer {
  constructor(private readonly number: number) {}
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
  hasRef(): boolean {
    return true;
  }
  close(): this {
    browserClear(this.number);
    return this;
  }
  [Symbol.toPrimitive](): number {
    return this.number;
  }
}

type Callback = (...args: unknown[]) => void;

function needsFunction(callback: unknown): asserts callback is Callback {
  if (typeof callback === "function") return;
  throw Object.assign(new TypeError('The "callback" argument must be of type function.'), {
    code: "ERR_INVALID_ARG_TYPE",
  });
}

const setTimeout = (callback: Callback, delay?: number, ...args: unknown[]): Timer => {
  needsFunction(callback);
  return new Timer(Number(browser.setTimeout(callback, delay, ...args)));
};
const setInterval = (callback: Callback, delay?: number, ...args: unknown[]): Timer => {
  needsFunction(callback);
  return new Timer(Number(browser.setInterval(callback, delay, ...args)));
};
const clear = (timer: unknown): void => browserClear(timer === undefined || timer === null ? undefined : Number(timer));

/** A message comes after the tasks that wait, and without the delay that browsers put on timers. */
const channel = new MessageChannel();
const due = new Map<object, () => void>();
const order: object[] = [];
channel.port2.onmessage = () => {
  const first = order.shift();
  const work = first && due.get(first);
  if (first) due.delete(first);
  work?.();
};

const setImmediate = (callback: Callback, ...args: unknown[]): object => {
  needsFunction(callback);
  const immediate = { ref: () => immediate, unref: () => immediate, hasRef: () => true };
  due.set(immediate, () => callback(...args));
  order.push(immediate);
  channel.port1.postMessage(undefined);
  return immediate;
};
const clearImmediate = (immediate: object): void => void due.delete(immediate);

export const timers = {
  ...{ setTimeout, setInterval, setImmediate, clearImmediate },
  ...{ clearTimeout: clear, clearInterval: clear },
};

export const promised = {
  setTimeout: (delay?: number, value?: unknown) => new Promise((resolve) => setTimeout(() => resolve(value), delay)),
  setImmediate: (value?: unknown) => new Promise((resolve) => setImmediate(() => resolve(value))),
};
