// What the kernel says of itself and of a name under the cursor.
const { inspectionText } = require("./inspection.cjs");

/**
 * @param {typeof import("tslab/dist/jupyter")} jupyter
 * @param {import("tslab/dist/executor").Executor} executor
 * @param {{
 *   versions: { tslab: string, typescript: string, node: string },
 *   compile: <T>(work: () => T) => T,
 * }} kernel compile: does what takes the compiler's time
 * @returns {import("tslab/dist/jupyter").JupyterHandlerImpl}
 */
function createHandler(jupyter, executor, { versions, compile }) {
  class Handler extends jupyter.JupyterHandlerImpl {
    /** @override */
    handleKernel() {
      const reply = super.handleKernel();
      const { typescript, tslab, node } = versions;
      return {
        ...reply,
        implementation_version: tslab,
        language_info: { ...reply.language_info, version: typescript },
        banner: `Notebooks on emergence: TypeScript ${typescript} (tslab ${tslab}, Node ${node})`,
      };
    }

    /** @override @param {{ code: string, cursor_pos: number, detail_level: 0 | 1 }} request */
    handleInspect({ code, cursor_pos }) {
      const text = compile(() => inspectionText(executor, code, cursor_pos));
      /** @type {Record<string, string>} */
      const data = text === undefined ? {} : { "text/plain": text };
      return { status: /** @type {const} */ ("ok"), found: text !== undefined, data, metadata: {} };
    }

    /** @override @param {Parameters<import("tslab/dist/jupyter").JupyterHandlerImpl["handleComplete"]>[0]} request */
    handleComplete(request) {
      return compile(() => super.handleComplete(request));
    }
  }
  return new Handler(executor, false);
}

module.exports = { createHandler };
