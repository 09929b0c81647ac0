// A page that was exported carries in itself what a page of the site finds beside it: it is read, runs and is edited from a disk,
// where a browser lets no page fetch a file.

/** The files that the page carries, each compressed, by path from the site's root. */
const nodeOf = (path: string): HTMLElement | null => document.querySelector(`script[data-carried="${path}"]`);

/** Whether this page was exported. */
export const isExported = (): boolean => document.querySelector("script[data-carried]") !== null;

/** The text of a file that the page carries; undefined if it is not among them. */
export async function carriedText(path: string): Promise<string | undefined> {
  const node = nodeOf(path);
  if (node === null) return undefined;
  const bytes = Uint8Array.from(atob(node.textContent ?? ""), (sign) => sign.charCodeAt(0));
  return unpacked(new Response(bytes));
}

/** The text of a body that is compressed. */
export const unpacked = ({ body }: Response): Promise<string> =>
  new Response(body?.pipeThrough(new DecompressionStream("gzip"))).text();

const addresses = new Map<string, string>();

/** Where a script lies that the page may carry. */
export async function scriptAddress(path: string, root: URL): Promise<string> {
  if (nodeOf(path) === null) return new URL(path, root).href;
  const text = (await carriedText(path)) as string;
  const address = addresses.get(path) ?? URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  addresses.set(path, address);
  return address;
}

/** Loads a script of the site into the page. @throws Error that names it, if it cannot be had */
export async function loadScript(path: string, root: URL): Promise<void> {
  const src = await scriptAddress(path, root);
  await new Promise<void>((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src });
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${path} cannot be loaded`));
    document.head.append(script);
  });
}
