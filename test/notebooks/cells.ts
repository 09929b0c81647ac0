// The code cells of a notebook as TypeScript files: each sees the names of the cells before it, as in the kernel.
import { basename } from "node:path";
import ts from "typescript";
import { declarationsOf } from "../../scripts/notebooks/cellCode.mjs";
import { canonical, joined, type Notebook } from "../../scripts/notebooks/format.mjs";
import { readNotebook } from "../../scripts/notebooks/refresh.mjs";
import { root } from "../../scripts/setup/places.mjs";

export interface Cell {
  /** Counted from 1 over all cells, as a person counts. */
  readonly number: number;
  readonly source: string;
  readonly file: string;
}

export interface Program {
  readonly cells: readonly Cell[];
  readonly checker: ts.TypeChecker;
  /** What the cell is as a file; positions up to `cell.source.length` are the cell's own. */
  readonly parsed: (cell: Cell) => ts.SourceFile;
  readonly diagnostics: (cell: Cell) => readonly ts.Diagnostic[];
}

const options: ts.CompilerOptions = {
  strict: true,
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts"],
  module: ts.ModuleKind.Preserve,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  esModuleInterop: true,
  types: ["node"],
  skipLibCheck: true,
  noEmit: true,
};

export function read(path: string): Notebook {
  return canonical(readNotebook(path));
}

export function codeCells(notebook: Notebook, path: string): Cell[] {
  return notebook.cells.flatMap((cell, index) => {
    const source = joined(cell.source);
    const number = index + 1;
    // Beside the notebook, so that imports resolve as they do there.
    return cell.cell_type === "code" ? [{ number, source, file: `${path}-cell-${number}.ts` }] : [];
  });
}

/** Each cell's text with what links it to the others below its own lines, which keep their numbers. */
function linked(cells: readonly Cell[]): Map<string, string> {
  const madeBy = new Map<string, Cell>();
  const texts = new Map<string, string>();
  for (const cell of cells) {
    const own = [...new Set(declarationsOf(cell.source).map(({ name }) => name))];
    const imports = [...madeBy]
      .filter(([name]) => !own.includes(name))
      .map(([name, maker]) => `import { ${name} } from "./${basename(maker.file, ".ts")}.js";`);
    texts.set(cell.file, `${cell.source}\n${imports.join("\n")}\nexport { ${own.join(", ")} };\n`);
    for (const name of own) madeBy.set(name, cell);
  }
  return texts;
}

/** Declarations of the library, of Node and of the kit, parsed once for all programs. */
const declarations = new Map<string, ts.SourceFile | undefined>();
/** What an import of the kit or of Node means, looked up on the disk once for all programs. */
const resolutions = ts.createModuleResolutionCache(root, (path) => path, options);

/** Programs of notebooks, of the cells of each. They share one checker, which costs as much to make as a notebook to check. */
export function compileAll(notebooks: readonly (readonly Cell[])[], { strict = true } = {}): Program[] {
  const texts = new Map(notebooks.flatMap((cells) => [...linked(cells)]));
  const host = ts.createCompilerHost(options, true);
  const real = { ...host };
  host.fileExists = (path) => texts.has(path) || real.fileExists(path);
  host.readFile = (path) => texts.get(path) ?? real.readFile(path);
  host.getSourceFile = (path, language) => {
    if (texts.has(path)) return real.getSourceFile(path, language);
    if (!declarations.has(path)) declarations.set(path, real.getSourceFile(path, language));
    return declarations.get(path);
  };
  host.getCurrentDirectory = () => root;
  host.getModuleResolutionCache = () => resolutions;
  const program = ts.createProgram([...texts.keys()], { ...options, strict }, host);
  const parsed = (cell: Cell) => program.getSourceFile(cell.file) as ts.SourceFile;
  const diagnostics = (cell: Cell) => ts.getPreEmitDiagnostics(program, parsed(cell));
  return notebooks.map((cells) => ({ cells, checker: program.getTypeChecker(), parsed, diagnostics }));
}

export const compile = (cells: readonly Cell[]): Program => compileAll([cells])[0] as Program;

/** `cell 3, line 2: message`. */
export function located(cell: Cell, file: ts.SourceFile, position: number, message: string): string {
  return `cell ${cell.number}, line ${file.getLineAndCharacterOfPosition(position).line + 1}: ${message}`;
}

/** What the compiler says of a notebook's cells. */
export function typeErrors(program: Program): string[] {
  return program.cells.flatMap((cell) =>
    program
      .diagnostics(cell)
      .map(({ start = 0, messageText }) =>
        located(cell, program.parsed(cell), start, ts.flattenDiagnosticMessageText(messageText, "\n")),
      ),
  );
}
