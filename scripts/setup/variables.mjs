// What the shell of a person says to Python and Node is meant for other programs: here it would stop what the kit starts.
import { homedir } from "node:os";
import { join } from "node:path";
import { cache } from "./places.mjs";

/** Options of NODE_OPTIONS that load a program into every Node, or make it wait for a debugger. */
const loading = /^(-r|--require|--import|--loader|--experimental-loader|--inspect[\w-]*|--cpu-prof|--heap-prof)(=|$)/;
/** Those of them that take the next word as their value. */
const takesValue = /^(-r|--require|--import|--loader|--experimental-loader)$/;

/**
 * NODE_OPTIONS without what loads other programs: a file that is gone, or is named from another folder, ends every Node
 * before it begins, and a debugger holds every kernel. Memory limits and certificates stay.
 * @param {string} options
 * @returns {{ kept: string, dropped: string }}
 */
export function splitNodeOptions(options) {
  // As Node reads it: words stand between spaces, and double quotes hold a space together.
  const words = options.match(/(?:"(?:\\.|[^"\\])*"|[^\s"])+/g) ?? [];
  /** @type {string[]} */
  const kept = [];
  /** @type {string[]} */
  const dropped = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? "";
    if (!loading.test(word)) kept.push(word);
    else dropped.push(word, ...(takesValue.test(word) ? words.slice(++i, i + 1) : []));
  }
  return { kept: kept.join(" "), dropped: dropped.join(" ") };
}

/** A home for a user without a name, as in some containers: npm and Jupyter end where they have none. */
function home() {
  try {
    return homedir() && {};
  } catch {
    return { HOME: join(cache, "home") };
  }
}

/**
 * The variables of what the kit starts, except Python.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {NodeJS.ProcessEnv}
 */
export function childEnvironment(env = process.env) {
  const { NODE_OPTIONS: options, ...others } = env;
  const { kept } = splitNodeOptions(options ?? "");
  return { ...others, ...home(), ...(kept === "" ? {} : { NODE_OPTIONS: kept }) };
}

/** Python's own settings by name, another environment that is active, and where pip would put packages instead. */
const foreign = /^(PYTHON.*|__PYVENV_LAUNCHER__|VIRTUAL_ENV|PIP_(TARGET|PREFIX|ROOT|DRY_RUN|REQUIREMENT|CONSTRAINT))$/i;

/**
 * The variables of every Python that the kit starts, and of what that starts: .venv stands for itself, whatever locale
 * the system has.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {NodeJS.ProcessEnv}
 */
export function pythonEnvironment(env = process.env) {
  const kept = Object.entries(childEnvironment(env)).filter(([name]) => !foreign.test(name));
  const own = { PIP_USER: "0", PIP_REQUIRE_VIRTUALENV: "0", PYTHONNOUSERSITE: "1", PYTHONUTF8: "1" };
  return { ...Object.fromEntries(kept), ...own };
}

/** Variables by which git looks at another repository than the one in its folder; a hook of git's sets some. */
const repository = /^GIT_(DIR|WORK_TREE|INDEX_FILE|COMMON_DIR|OBJECT_DIRECTORY|NAMESPACE|PREFIX|EXTERNAL_DIFF)$/;

/**
 * The variables of git, which runs the kit's filter in Node and its merge of notebooks in Python.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {NodeJS.ProcessEnv}
 */
export function gitEnvironment(env = process.env) {
  const kept = Object.entries(pythonEnvironment(env)).filter(([name]) => !repository.test(name));
  // English messages, a sentence instead of a question for a password or an editor, and names without magic in them.
  const own = { LC_ALL: "C", GIT_TERMINAL_PROMPT: "0", GIT_EDITOR: "true", GIT_LITERAL_PATHSPECS: "1" };
  return { ...Object.fromEntries(kept), ...own };
}
