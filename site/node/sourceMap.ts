import { decodedMappings, type SourceMapInput, TraceMap } from "@jridgewell/trace-mapping";

/** node:module's SourceMap, of which the kernel asks one thing. Lines and columns from 0. */
export class SourceMap {
  private readonly map: TraceMap;

  constructor(json: SourceMapInput) {
    this.map = new TraceMap(json);
  }

  /** The last mapping at or before a place; as in Node it may lie on a line before. */
  findEntry(line: number, column: number): { originalLine?: number; originalColumn?: number } {
    const lines = decodedMappings(this.map);
    for (let at = Math.min(line, lines.length - 1); at >= 0; at--) {
      const before = lines[at]?.filter((segment) => at < line || segment[0] <= column) ?? [];
      const last = before.at(-1);
      if (last?.length === 4 || last?.length === 5) return { originalLine: last[2], originalColumn: last[3] };
    }
    return {};
  }
}
