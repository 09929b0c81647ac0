import type { Numbers } from "../../core/numbers";
import { inNameOf, requireRows, requireWhole } from "../../core/require";
import { principalComponents } from "../../stats/principalComponents";

/** The best linear autoencoder. */
export interface PrincipalAutoencoder {
  /** Images from their code: means of the training images plus their leading components. */
  reconstruct(images: readonly Numbers[]): number[][];
  /** Squared error of each image, summed over pixels. */
  squaredErrors(images: readonly Numbers[]): number[];
  /** Mean squared error of the training images: the variance that the code leaves out. */
  readonly trainLoss: number;
}

/**
 * The best linear autoencoder of a width, exactly and without training: the code holds the leading principal components, and no linear
 * network of that width has a smaller squared error on the training images.
 *
 *     output = mean + sum over the `width` leading components v of ((x - mean) . v) v
 *
 * @param images rows of numbers to learn from, at least 2
 * @param width numbers of the code, from 1 to the number of pixels
 * @throws RangeError for ragged or equal images, or another width
 * @example
 * import { principalAutoencoder } from "@emergence/lib/learning";
 * principalAutoencoder([[0, 0], [1, 2], [2, 4]], 1).squaredErrors([[3, 6]])[0]?.toFixed(9); // => "0.000000000"
 *
 * Source: Baldi & Hornik 1989, Neural Networks 2, 53-58.
 */
export function principalAutoencoder(images: readonly Numbers[], width: number): PrincipalAutoencoder {
  const caller = "principalAutoencoder";
  requireRows(caller, "images", images);
  if (images.length < 2) throw new RangeError(`${caller}: 1 image, needs at least 2`);
  const pixels = (images[0] as Numbers).length;
  if (pixels === 0) throw new RangeError(`${caller}: images of 0 pixels, needs at least 1`);
  requireWhole(caller, "width", width, 1, pixels);
  const components = inNameOf(caller, () =>
    principalComponents(images as readonly (readonly number[])[], { components: width }),
  );
  const reconstruct = (given: readonly Numbers[]): number[][] => {
    requireRows(caller, "images", given);
    if (given[0]?.length !== pixels) {
      throw new RangeError(`${caller}: images of ${given[0]?.length} pixels, needs ${pixels} as it has learned from`);
    }
    return components.rebuild(components.scores(given as readonly (readonly number[])[]));
  };
  const squaredErrors = (given: readonly Numbers[]): number[] => {
    const rebuilt = reconstruct(given);
    return given.map((image, i) =>
      Array.from(image).reduce((sum, value, j) => sum + (value - (rebuilt[i]?.[j] as number)) ** 2, 0),
    );
  };
  const trainLoss = squaredErrors(images).reduce((sum, error) => sum + error, 0) / images.length;
  return { reconstruct, squaredErrors, trainLoss };
}
