import { describe, expect, it } from "vitest";
import { joinText, joinTexts } from "../../scripts/update/lists.mjs";

const index = (...names: string[]) =>
  names
    .map(
      (name) => `export { ${name} } from "./${name}";
`,
    )
    .join("");

describe("joinTexts", () => {
  it("lets entries stand that both have put in at one place, the course's first, and the same one once", () => {
    const [base, yours, theirs] = [index("a", "z"), index("a", "mine", "same", "z"), index("a", "same", "theirs", "z")];
    expect(joinTexts({ base, yours, theirs })).toBe(index("a", "same", "theirs", "mine", "z"));
    const register = (names: string) => `export const register = {\n  ...a,\n${names}};\n`;
    const sides = { base: register(""), yours: register("  ...mine,\n"), theirs: register("  ...theirs,\n") };
    expect(joinTexts(sides)).toBe(register("  ...theirs,\n  ...mine,\n"));
  });

  it("does not choose where a line was changed, or where something else than entries was put in", () => {
    expect(joinTexts({ base: "- a\n", yours: "- mine\n", theirs: "- theirs\n" })).toBeNull();
    expect(joinTexts({ base: "a\nb\n", yours: "a\nmine();\nb\n", theirs: "a\ntheirs();\nb\n" })).toBeNull();
    const list = (end: string) => ({ base: "- a\n", yours: `- a\n- mine\n`, theirs: `- a\n${end}` });
    expect(joinTexts(list("text\n"))).toBeNull();
    expect(joinTexts(list("- theirs\n"))).toBe("- a\n- theirs\n- mine\n");
  });

  it("joins what git joins, and leaves rows like git's marks alone", () => {
    const marks = "<<<<<<< HEAD\n=======\n>>>>>>> b\n";
    const sides = { base: `1\n${marks}2\n`, yours: `mine\n${marks}2\n`, theirs: `1\n${marks}theirs\n` };
    expect(joinTexts(sides)).toBe(`mine\n${marks}theirs\n`);
  });
});

describe("joinText", () => {
  const bytes = (text: string) => Buffer.from(text);
  it("is for texts that both have had: not for bytes that are none, nor for files without a common version", () => {
    const sides = { base: bytes("- a\n"), yours: bytes("- a\n- mine\n"), theirs: bytes("- a\n- theirs\n") };
    expect(joinText("x.md", sides)).toBe("- a\n- theirs\n- mine\n");
    expect(joinText("x.md", { ...sides, base: null })).toBeNull();
    expect(joinText("x.png", { ...sides, yours: Buffer.from([137, 80, 255, 254]) })).toBeNull();
  });

  it("keeps a record of a file's own where the JSON is whole, and nothing where it is not", () => {
    const [base, yours] = ["{}\n", '{ "b": 1 }\n'].map(bytes) as [Buffer, Buffer];
    const path = "notebooks/inputs.json";
    expect(joinText(path, { base, yours, theirs: bytes('{ "a": 2 }\n') })).toBe('{\n  "a": 2,\n  "b": 1\n}\n');
    expect(joinText(path, { base, yours, theirs: bytes("{") })).toBeNull();
  });
});
