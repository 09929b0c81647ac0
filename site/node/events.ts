// The part of node:events that the kit uses.
type Listener = (...args: unknown[]) => void;

export class EventEmitter {
  private readonly listeners_ = new Map<string | symbol, Listener[]>();

  on(event: string | symbol, listener: Listener): this {
    this.listeners_.set(event, [...this.listeners(event), listener]);
    return this;
  }

  once(event: string | symbol, listener: Listener): this {
    const first: Listener = (...args) => {
      this.off(event, first);
      listener(...args);
    };
    return this.on(event, first);
  }

  off(event: string | symbol, listener: Listener): this {
    const left = this.listeners(event).filter((each) => each !== listener);
    this.listeners_.set(event, left);
    return this;
  }

  emit(event: string | symbol, ...args: unknown[]): boolean {
    const all = this.listeners(event);
    for (const listener of all) listener.apply(this, args);
    return all.length > 0;
  }

  listeners(event: string | symbol): Listener[] {
    return this.listeners_.get(event) ?? [];
  }

  listenerCount(event: string | symbol): number {
    return this.listeners(event).length;
  }

  removeAllListeners(event: string | symbol): this {
    this.listeners_.delete(event);
    return this;
  }

  addListener(event: string | symbol, listener: Listener): this {
    return this.on(event, listener);
  }

  removeListener(event: string | symbol, listener: Listener): this {
    return this.off(event, listener);
  }
}

/** Resolves with the arguments of the next such event. */
export const once = (emitter: EventEmitter, event: string): Promise<unknown[]> =>
  new Promise((resolve) => emitter.once(event, (...args) => resolve(args)));
