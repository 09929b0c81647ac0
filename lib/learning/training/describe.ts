// Descriptions of models, tasks and optimizers as they come back to the library: from its functions, from a file, or written by hand.
import { shown } from "../../core/shown";
import { autoencoder } from "../models/autoencoder";
import { dotProductAttention } from "../models/dotProductAttention";
import { inductionAttention } from "../models/inductionAttention";
import { mlp } from "../models/mlp";
import type { Model } from "../models/models";
import { quadraticMlp } from "../models/quadraticMlp";
import { tinyTransformer } from "../models/tinyTransformer";
import { adam, adamW } from "../optimizers/adam";
import type { Optimizer } from "../optimizers/optimizer";
import { sgd } from "../optimizers/sgd";
import { addition } from "../tasks/addition";
import { digits } from "../tasks/digits";
import { markovChains } from "../tasks/markovChains";
import { modularArithmetic } from "../tasks/modularArithmetic";
import { phoneBook } from "../tasks/phoneBook";
import { positionalSemantic } from "../tasks/positionalSemantic";
import { sparseParity } from "../tasks/sparseParity";
import type { Task } from "../tasks/tasks";

/** What makes and checks each description; one that was written by hand is checked as its function would. */
const models = { mlp, quadraticMlp, autoencoder, dotProductAttention, inductionAttention, tinyTransformer };
const optimizers = { sgd, adam, adamW };
const tasks = { modularArithmetic, sparseParity, digits, phoneBook, positionalSemantic, addition, markovChains };

/** The description, checked by the function of its kind. */
function described<Made>(
  caller: string,
  name: string,
  value: unknown,
  makers: Readonly<Record<string, unknown>>,
): Made {
  const { kind, ...rest } = (value ?? {}) as { kind?: unknown };
  if (typeof kind !== "string" || !Object.hasOwn(makers, kind)) {
    const got = value === undefined || typeof value !== "object" ? shown(value) : `of kind ${shown(kind)}`;
    throw new RangeError(`${caller}: ${name} ${got}, needs what ${Object.keys(makers).join(", ")} returns`);
  }
  try {
    return (makers[kind] as (options: object) => Made)(rest);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new RangeError(`${caller}: ${name}: ${error.message}`);
  }
}

export const describedModel = (caller: string, model: Model): Model => described<Model>(caller, "model", model, models);

export const describedTask = (caller: string, task: Task): Task => described<Task>(caller, "task", task, tasks);

export const describedOptimizer = (caller: string, optimizer: Optimizer): Optimizer =>
  described<Optimizer>(caller, "optimizer", optimizer, optimizers);
