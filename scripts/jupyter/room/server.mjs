// What answers on the room's port. A server that shows its contents to a stranger is open to whoever reaches the port.

/** The port inside the container, as jupyter_server_config.py has it. */
export const roomPort = () => Number(process.env.EMERGENCE_PORT ?? 8888);

/**
 * @param {number} [port]
 * @returns {Promise<"guarded" | "open" | "silent">} silent: nothing answers as Jupyter does
 */
export async function roomServer(port = roomPort()) {
  // A hub serves below its own address, and guards it by its own means.
  const base = `http://127.0.0.1:${port}${process.env.JUPYTERHUB_SERVICE_PREFIX ?? "/"}`;
  const ask = (/** @type {string} */ path) =>
    fetch(base + path, { redirect: "manual", signal: AbortSignal.timeout(5000) }).catch(() => null);
  if (!(await ask("api"))?.ok) return "silent";
  return (await ask("api/contents"))?.ok ? "open" : "guarded";
}
