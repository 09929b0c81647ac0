// A file of the reader's, for cells to read. It stays in this page.
import type { Kernel } from "../../kernel/client";

/** A button that takes a file. @param state says where it has gone */
export function fileButton(kernel: Kernel, state: HTMLElement): HTMLElement {
  const input = Object.assign(document.createElement("input"), { type: "file", hidden: true });
  const button = Object.assign(document.createElement("button"), {
    ...{ type: "button", textContent: "Add a file", title: "A file of yours, which cells then read as mine/NAME" },
  });
  button.addEventListener("click", () => input.click());
  input.addEventListener("change", async () => {
    const file = input.files?.[0];
    if (file === undefined) return;
    await kernel.addFile(file.name, new Uint8Array(await file.arrayBuffer()));
    state.textContent = `mine/${file.name} is there`;
    input.value = "";
  });
  button.append(input);
  return button;
}
