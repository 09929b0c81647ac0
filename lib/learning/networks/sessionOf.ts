import type { Machine } from "../kernels/kernels";
import type { Model } from "../models/models";
import type { TaskData } from "../tasks/taskData";
import { attentionSession } from "./attentionSession";
import { networkSession } from "./networkSession";
import type { Session } from "./session";

/** Joins a model and a task on a machine. */
export function sessionOf(caller: string, machine: Machine, model: Model, data: TaskData): Session {
  return model.kind === "dotProductAttention"
    ? attentionSession(machine, model, data)
    : networkSession(caller, machine, model, data);
}
