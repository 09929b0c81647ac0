import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pathProblems } from "../../scripts/doctor/path.mjs";
import { parseOptions } from "../../scripts/jupyter/options.mjs";
import { lastError, networkFailure } from "../../scripts/setup/network.mjs";
import { nodeProblem } from "../../scripts/setup/node.mjs";
import { isPortFree, nextFreePort } from "../../scripts/setup/ports.mjs";
import { findPython } from "../../scripts/setup/python.mjs";

describe("nodeProblem", () => {
  it.each(["20.19.0", "20.20.2", "22.12.0", "24.0.0"])("accepts Node %s", (version) => {
    expect(nodeProblem(version)).toBeNull();
  });
  it.each(["14.21.3", "18.20.4", "20.18.1", "21.7.3", "22.11.0"])(
    "refuses Node %s, which cannot require an ES module",
    (version) => {
      expect(nodeProblem(version)).toContain(`Node ${version} is too old`);
    },
  );
});

describe.skipIf(process.platform === "win32")("findPython", () => {
  const path = process.env.PATH;
  let bin = "";
  beforeEach(() => {
    bin = mkdtempSync(join(tmpdir(), "bin-"));
    process.env.PATH = bin;
  });
  afterEach(() => {
    process.env.PATH = path;
    rmSync(bin, { recursive: true });
  });

  function fake(name: string, minor: number, canMakeVenv: boolean): void {
    const answer = JSON.stringify([join(bin, name), [3, minor], canMakeVenv]);
    writeFileSync(join(bin, name), `#!/bin/sh\necho '${answer}'\n`);
    chmodSync(join(bin, name), 0o755);
  }

  it("says that there is none", () => {
    expect(() => findPython()).toThrow(/^Python was not found, Python 3.10 or newer is needed: .*install/);
  });
  it("names the one that is too old", () => {
    fake("python3", 8, true);
    expect(() => findPython()).toThrow(/^Python 3.8 \(.*python3\) is too old/);
  });
  it("names the package where the venv module is missing, as on Debian", () => {
    fake("python3", 12, false);
    expect(() => findPython()).toThrow(
      process.platform === "linux" ? "sudo apt install python3.12-venv" : "lacks the venv module",
    );
  });
  it("takes another that can, where the first cannot", () => {
    fake("python3", 9, true);
    fake("python3.12", 12, true);
    expect(findPython()).toMatchObject({ minor: 12, path: join(bin, "python3.12") });
  });
  it("prefers a version that the locked packages are known for, and else takes a newer one", () => {
    fake("python3", 15, true);
    expect(findPython().minor).toBe(15);
    fake("python3.14", 14, true);
    expect(findPython().minor).toBe(14);
  });
  it("passes over a program that only looks like Python", () => {
    writeFileSync(join(bin, "python3"), "#!/bin/sh\necho 'get Python from the shop'\n");
    chmodSync(join(bin, "python3"), 0o755);
    fake("python", 11, true);
    expect(findPython().minor).toBe(11);
  });
});

describe("ports", () => {
  let server: Server;
  let taken = 0;
  beforeEach(async () => {
    server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    taken = typeof address === "object" && address ? address.port : 0;
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  it("sees that a port is taken and finds one above it", async () => {
    expect(await isPortFree(taken)).toBe(false);
    expect(await nextFreePort(taken)).toBeGreaterThan(taken);
  });
});

describe("options of npm start", () => {
  it("opens a browser on a port of its choice where none is given", () => {
    expect(parseOptions([])).toEqual({ browser: true, port: null, setupOnly: false, help: false });
  });
  it("reads --no-browser and --port in both spellings", () => {
    expect(parseOptions(["--no-browser", "--port", "9000"])).toMatchObject({ browser: false, port: 9000 });
    expect(parseOptions(["--port=9000"])).toMatchObject({ browser: true, port: 9000 });
  });
  it.each([["--prot", "9000"], ["notebook.ipynb"], ["--port"]])(
    "names the options it knows where it got %s",
    (...args) => {
      expect(() => parseOptions(args)).toThrow(`got ${args.join(" ")}, knows --no-browser, --port N`);
    },
  );
  it.each(["0", "65536", "80.5", "abc"])("refuses port %s", (port) => {
    expect(() => parseOptions([`--port=${port}`])).toThrow(`got --port ${port}, needs a number from 1 to 65535`);
  });
});

describe("what npm and pip say when the network fails", () => {
  it.each([
    ["npm error network request to somewhere failed, reason: getaddrinfo ENOTFOUND somewhere", "ENOTFOUND"],
    [
      "WARNING: Retrying ... [Errno 111] Connection refused')': /simple/x/\nERROR: No matching distribution found",
      "Connection refused",
    ],
    ["SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]", "CERTIFICATE_VERIFY_FAILED"],
  ])("is found in %j", (output, word) => {
    expect(networkFailure(output)).toBe(word);
  });
  it("is not seen in another failure, whose last word is told instead", () => {
    const output =
      "npm error code EUSAGE\nnpm error Missing: x@1 from lock file\nnpm error A complete log of this run can be found in: y";
    expect(networkFailure(output)).toBeNull();
    expect(lastError(output)).toBe("Missing: x@1 from lock file");
  });
});

describe("pathProblems", () => {
  it("has nothing against spaces", () => {
    expect(pathProblems("/home/a b/emergence", "linux")).toEqual([]);
    expect(pathProblems("C:\\Users\\A B\\emergence", "win32")).toEqual([]);
  });
  it.each([
    ["C:\\Users\\x\\OneDrive - Uni\\emergence", "win32", "syncs"],
    ["/Users/x/Library/Mobile Documents/com~apple~CloudDocs/emergence", "darwin", "syncs"],
    [`C:\\${"x".repeat(100)}`, "win32", "Windows stops at 260"],
    ["\\\\server\\share\\emergence", "win32", "network drive"],
    ["/home/zoë/emergence", "linux", "beyond a-z"],
  ])("warns of %s", (folder, platform, word) => {
    expect(
      pathProblems(folder, platform)
        .map(({ what }) => what)
        .join(),
    ).toContain(word);
  });
  it("warns of a Windows drive under Linux on Windows only", () => {
    expect(pathProblems("/mnt/c/emergence", "linux", "5.15.0-microsoft-standard-WSL2")).toHaveLength(1);
    expect(pathProblems("/mnt/c/emergence", "linux", "6.1.0")).toEqual([]);
  });
});
