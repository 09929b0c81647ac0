// Puts Node's globals into this thread. To be imported before what needs them.
import { Buffer } from "buffer/";
import { createConsole } from "./console";
import { cryptography } from "./crypto";
import { process } from "./process";
import { timers } from "./timers";

Object.assign(globalThis, { Buffer, process, ...timers });
// The browser's own are not writable in every browser.
Object.defineProperty(globalThis, "global", { value: globalThis, configurable: true, writable: true });
Object.defineProperty(globalThis, "console", { value: createConsole(), configurable: true, writable: true });
if (typeof crypto.randomUUID !== "function") Object.assign(crypto, { randomUUID: cryptography.randomUUID });
