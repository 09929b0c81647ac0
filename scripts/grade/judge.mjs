// The judge of a course's notebook, as a process that is opened once for many students, and again where an answer was too much for it.
import { Problem } from "../setup/problem.mjs";
import { judgeCells } from "./course.mjs";
import { openBox } from "./sandbox.mjs";

/** @typedef {import("./course.mjs").Course} Course @typedef {import("./course.mjs").Exercise} Exercise */
/** @typedef {import("./sandbox.mjs").Box} Box */
/** @typedef {{ state: "open" | "right" | "partly right" | "wrong", points: number, hint: string }} Verdict */

/** Seconds for the course's own notebook, which is trusted: only against hanging. */
const patience = 1200;
/** Megabytes for it. */
const room = 4096;

/** @param {Course} course @param {string | undefined} student the name for data of one's own */
async function openJudge(course, student) {
  const box = openBox("judge.cjs", { memory: room, timeout: patience, hidden: null });
  box.send({ cells: judgeCells(course, student) });
  /** @type {string[]} */
  const failures = [];
  for (;;) {
    const event = await box.next();
    if (event?.event === "failed") failures.push(`cell ${course.cells[event.index]?.id}: ${event.error}`);
    if (event !== undefined && event.event !== "ready") continue;
    const lacking = course.exercises.filter(({ key }) => !event?.keys.includes(key));
    if (lacking.length === 0) return box;
    box.end();
    const why = failures[0] ?? box.why() ?? "its exercises were not reached";
    throw new Problem(`${course.label} does not run to its end, so it cannot judge: ${why}`);
  }
}

/** @param {Course} course @param {number} timeout seconds for one answer */
export function judgeOf(course, timeout) {
  /** @type {Box | undefined} */
  let box;
  /** @type {string | undefined} */
  let whose;
  const close = () => {
    box?.end();
    box = undefined;
  };
  return {
    close,
    /**
     * @param {Exercise} exercise @param {unknown} value as it came from the student
     * @param {{ student: string | undefined, call: (request: object) => Promise<object> }} from call: has the student's process call a function
     * @returns {Promise<Verdict>}
     */
    async grade({ key, points }, value, { student, call }) {
      if (student !== whose) close();
      whose = student;
      box ??= await openJudge(course, student);
      box.allow(timeout);
      box.send({ key, points, value });
      for (;;) {
        const event = await box.next();
        if (event?.event === "call") box.send(await call({ id: event.id, args: event.args }));
        else if (event !== undefined) {
          box.allow(Infinity);
          return { state: event.state, points: event.points, hint: event.hint };
        } else {
          const why = box.why() ?? "ended";
          box = undefined;
          return {
            state: "wrong",
            points: 0,
            hint: `the check of this answer was ${why}: is the answer of a sensible size?`,
          };
        }
      }
    },
  };
}
