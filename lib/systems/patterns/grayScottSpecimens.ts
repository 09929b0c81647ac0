/**
 * Named rates of the Gray-Scott reaction, for diffusion 0.2 and 0.1. The names are ours and describe what is seen on a torus of side 64 or more; nothing in
 * the rates does. Waves and pulses can die out on a smaller torus, and each pattern needs a start with enough V.
 *
 * Source: after the classes of Pearson 1993, Science 261, 189-192, and the catalog of R. Munafo (mrob.com/pub/comp/xmorphia).
 */
export const grayScottSpecimens: {
  readonly [name in "spots" | "stripes" | "holes" | "waves" | "pulses" | "uniform" | "empty"]: {
    readonly feed: number;
    readonly kill: number;
  };
} = {
  spots: { feed: 0.03, kill: 0.062 },
  stripes: { feed: 0.029, kill: 0.057 },
  holes: { feed: 0.039, kill: 0.058 },
  waves: { feed: 0.018, kill: 0.045 },
  pulses: { feed: 0.014, kill: 0.054 },
  uniform: { feed: 0.06, kill: 0.05 },
  empty: { feed: 0.03, kill: 0.07 },
};
