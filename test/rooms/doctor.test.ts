import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { containerKind, opener, roomFinding, savesNotebooks } from "../../scripts/doctor/room.mjs";
import { roomServer } from "../../scripts/jupyter/room/server.mjs";

describe("containerKind", () => {
  const nowhere = () => false;
  it("is null outside of containers", () => {
    expect(containerKind({}, nowhere)).toBeNull();
  });
  it.each([
    [{ EMERGENCE_ROOM: "/opt/emergence", KUBERNETES_SERVICE_HOST: "10.0.0.1" }, "image"],
    [{ CODESPACES: "true", REMOTE_CONTAINERS: "true" }, "Codespaces"],
    [{ REMOTE_CONTAINERS: "true" }, "dev container"],
    [{ KUBERNETES_SERVICE_HOST: "10.0.0.1" }, "other"],
  ])("reads %j", (env, kind) => {
    expect(containerKind(env, nowhere)).toBe(kind);
  });
  it.each(["/.dockerenv", "/run/.containerenv"])("knows the mark %s", (mark) => {
    expect(containerKind({}, (path) => path === mark)).toBe("other");
  });
});

it("opener says who has opened the room", () => {
  expect(opener({})).toBe("");
  expect(opener({ JUPYTERHUB_SERVICE_PREFIX: "/user/ada/", JUPYTERHUB_USER: "ada" })).toContain("a hub for ada");
  expect(opener({ JUPYTERHUB_SERVICE_PREFIX: "/user/x/", BINDER_LAUNCH_HOST: "https://b" })).toContain("Binder");
});

describe("savesNotebooks", () => {
  let folder = "";
  afterEach(() => {
    if (folder) chmodSync(folder, 0o755);
    rmSync(folder, { recursive: true, force: true });
  });

  it("is good where they can be saved, a warning where there are none", () => {
    folder = mkdtempSync(join(tmpdir(), "room-"));
    expect(savesNotebooks({ folder }).kind).toBe("good");
    expect(savesNotebooks({ folder: join(folder, "gone") }).kind).toBe("warning");
  });
  // Root may write everywhere.
  it.skipIf(process.getuid?.() === 0 || process.platform === "win32")("names the owner and the cure", () => {
    folder = mkdtempSync(join(tmpdir(), "room-"));
    chmodSync(folder, 0o555);
    expect(savesNotebooks({ folder, user: 1000 })).toMatchObject({
      kind: "bad",
      fix: expect.stringContaining(`ROOM_UID=${process.getuid?.()}`),
    });
  });
});

describe("roomServer", () => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  /** A server that answers as Jupyter does: its version to everybody, its contents by `open`. */
  const start = (open: boolean) =>
    new Promise<number>((resolve) => {
      const made = createServer((request, reply) => {
        reply.statusCode = request.url === "/api" || open ? 200 : 403;
        reply.end("{}");
      });
      server = made.listen(0, "127.0.0.1", () => resolve((made.address() as AddressInfo).port));
    });

  it("finds a guarded room good and an open one bad", async () => {
    const guarded = await start(false);
    expect(roomFinding(await roomServer(guarded), guarded).kind).toBe("good");
    server?.close();
    const open = await start(true);
    expect(roomFinding(await roomServer(open), open)).toMatchObject({
      kind: "bad",
      text: expect.stringContaining("without a token"),
    });
  });

  it("says where nothing answers", async () => {
    const port = await start(false);
    server?.closeAllConnections();
    await new Promise((resolve) => server?.close(resolve));
    expect(roomFinding(await roomServer(port), port).kind).toBe("warning");
  });
});
