/** How a model was made, as plain data: enough to make it again. */
export type ModelOrigin =
  | { readonly kind: "curve"; readonly name: string; readonly arguments: readonly number[] }
  | {
      readonly kind: "expression";
      readonly expression: string;
      readonly predictors: readonly string[];
      readonly name: string;
    }
  /** Another model above a chance level; `of` is undefined if that one is an object of a person's own. */
  | { readonly kind: "chance"; readonly chance: number; readonly of: ModelOrigin | undefined };

// By identity, not as a property: a spread copy with another `point` is another model.
const origins = new WeakMap<object, ModelOrigin>();

/** The model itself, its origin noted. */
export function withOrigin<M extends object>(model: M, origin: ModelOrigin): M {
  origins.set(model, origin);
  return model;
}

/** How a model was made; undefined for an object of a person's own. */
export function originOf(model: object): ModelOrigin | undefined {
  return origins.get(model);
}
