/** Arrays of the solver, allocated once and used for every fit of the same size (a bootstrap refits a thousand times). */
export interface Workspace {
  readonly rows: number;
  readonly columns: number;
  /** The best parameters so far, with their residuals and Jacobian; the three pairs are swapped, not copied. */
  theta: Float64Array;
  residual: Float64Array;
  jacobian: Float64Array;
  trial: Float64Array;
  trialResidual: Float64Array;
  trialJacobian: Float64Array;
  /** Largest column norms so far: the unit of each parameter's step. */
  readonly scale: Float64Array;
  readonly gradient: Float64Array;
  readonly step: Float64Array;
  /** State of each parameter: see step.ts. */
  readonly held: Uint8Array;
  /** Step to the bound, of a parameter stopped there. */
  readonly reach: Float64Array;
  /** J'J in scaled columns, and its damped copy. */
  readonly normal: Float64Array;
  readonly factor: Float64Array;
  /** Two entries of J'J on their way there. */
  readonly products: Float64Array;
  /** The damped system [J; sqrt(damping) I] for the orthogonal step. */
  readonly stacked: Float64Array;
  readonly stackedRight: Float64Array;
}

export function workspace(rows: number, columns: number): Workspace {
  const vector = (length: number) => new Float64Array(length);
  return {
    rows,
    columns,
    theta: vector(columns),
    residual: vector(rows),
    jacobian: vector(rows * columns),
    trial: vector(columns),
    trialResidual: vector(rows),
    trialJacobian: vector(rows * columns),
    scale: vector(columns),
    gradient: vector(columns),
    step: vector(columns),
    held: new Uint8Array(columns),
    reach: vector(columns),
    normal: vector(columns * columns),
    factor: vector(columns * columns),
    products: vector(2),
    stacked: vector((rows + columns) * columns),
    stackedRight: vector(rows + columns),
  };
}

/** The workspace of the last descent, for the next one of the same size: making it anew would take a tenth of the time of a fit. */
let idle: Workspace | undefined;
/** Numbers in a Jacobian above which its workspace is not kept. */
const mostKept = 1e5;

/** A workspace for the time of one descent; it must not outlive it. A descent within a model's own code gets another one. */
export function borrow(rows: number, columns: number): Workspace {
  const taken = idle?.rows === rows && idle.columns === columns ? idle : workspace(rows, columns);
  idle = undefined;
  return taken;
}

/** Ends a loan. */
export function giveBack(w: Workspace): void {
  if (w.jacobian.length <= mostKept) idle = w;
}

/** The trial becomes the current point. */
export function accept(w: Workspace): void {
  const { theta, residual, jacobian } = w;
  w.theta = w.trial;
  w.trial = theta;
  w.residual = w.trialResidual;
  w.trialResidual = residual;
  w.jacobian = w.trialJacobian;
  w.trialJacobian = jacobian;
}
