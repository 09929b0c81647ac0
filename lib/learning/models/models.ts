import type { Autoencoder } from "./autoencoder";
import type { DotProductAttention } from "./dotProductAttention";
import type { InductionAttention } from "./inductionAttention";
import type { Mlp } from "./mlp";
import type { QuadraticMlp } from "./quadraticMlp";
import type { TinyTransformer } from "./tinyTransformer";

/** A description of a network, as its function (`mlp`, `quadraticMlp` ...) returns it: plain data, which a thread can be sent. */
export type Model = Mlp | QuadraticMlp | Autoencoder | DotProductAttention | InductionAttention | TinyTransformer;
