// What a kernel in a page has in place of a disk. A build script writes it: scripts/site/pack.mjs.

/** Files by absolute path, as on a machine where the kit lies in /kit. */
export interface Pack {
  /** Texts that come along. */
  readonly files: Readonly<Record<string, string>>;
  /** Addresses, against that of the pack, of files that are fetched when first read. */
  readonly remote: Readonly<Record<string, string>>;
  /** Why those cannot be had, for a page that fetches nothing. */
  readonly absent?: string;
  /** Folders that stand for others, as npm links workspaces. */
  readonly links: Readonly<Record<string, string>>;
}

/** Where the kit lies in a pack. */
export const kitFolder = "/kit";
