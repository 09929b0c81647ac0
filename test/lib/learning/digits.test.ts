import { digitImages } from "@emergence/data";
import { unwrap } from "@emergence/lib/core";
import {
  adam,
  autoencoder,
  digits,
  examplesOf,
  outputs,
  principalAutoencoder,
  type Trained,
  trainRun,
} from "@emergence/lib/learning";
import { random } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";

const all = digitImages();
const task = digits({ images: all.map(({ pixels }) => pixels), labels: all.map(({ digit }) => digit) });

describe("digits", () => {
  it("are divided by 16 and centered on the training images", () => {
    const { train, test } = examplesOf(task, 1);
    expect([train.inputs.length, test.inputs.length]).toEqual([1348, 449]);
    for (let pixel = 0; pixel < 64; pixel++) {
      const sum = train.inputs.reduce((total, image) => total + (image[pixel] as number), 0);
      expect(Math.abs(sum / 1348)).toBeLessThan(1e-6);
    }
    expect(Math.max(...train.inputs.flat())).toBeLessThanOrEqual(1);
  });
});

describe("principalAutoencoder", () => {
  it("leaves out the variance of the other components, and nothing at full width", () => {
    const { normal } = random(1);
    const images = Array.from({ length: 40 }, () => [3 * normal(), 2 * normal(), normal()]);
    const losses = [1, 2, 3].map((width) => principalAutoencoder(images, width).trainLoss);
    expect(losses[0]).toBeGreaterThan(losses[1] as number);
    expect(losses[2]).toBeLessThan(1e-20);
    const { reconstruct, squaredErrors } = principalAutoencoder(images, 2);
    const [first] = reconstruct(images);
    const error = (first as number[]).reduce((sum, value, j) => sum + (value - (images[0]?.[j] as number)) ** 2, 0);
    expect(squaredErrors(images)[0]).toBeCloseTo(error, 12);
  });

  it("is reached by trained autoencoders, linear ones and those of tanh, and passed by no linear one", {
    tags: ["slow"],
  }, () => {
    const { train, test } = examplesOf(task, 1);
    for (const width of [4, 16]) {
      const exact = principalAutoencoder(train.inputs, width);
      const errors = exact.squaredErrors(test.inputs);
      const target = errors.reduce((sum, error) => sum + error, 0) / errors.length;
      for (const activation of ["linear", "tanh"] as const) {
        const result = unwrap(
          trainRun({
            model: autoencoder({ width, activation }),
            task,
            optimizer: adam({ rate: 0.01, finalRate: 0 }),
            steps: 60 * 21,
            batch: 64,
            record: 1260,
            seed: 1,
          }),
        ) as Trained;
        const { trainLoss, testLoss } = result.curves;
        // In five seeds and twelve widths, .01 was the largest distance.
        expect(Math.abs((testLoss.at(-1) as number) - target)).toBeLessThan(0.015);
        if (activation === "linear") expect(trainLoss.at(-1)).toBeGreaterThan(exact.trainLoss * (1 - 1e-5));
        expect(outputs(result, test.inputs.slice(0, 3)).map((row) => row.length)).toEqual([64, 64, 64]);
      }
    }
  });
});
