import { sum } from "d3-array";
import { type Kinds, partsOf, requireList } from "../../core/require";
import { bits } from "../causal/transitions";
import { alphabet } from "../information/symbols";
import { type EpsilonMachine, type Graph, type LabelledTransition, stationary } from "./machine";
import { mixedStates } from "./mixedStates";

/** Uncertainty about the state below which the rest of the sum is rounding, in bits. */
const rounding = 1e-14;
/** Numbers of words and of lengths at which the sum is truncated. */
const limits = { count: 4096, length: 5000 };

/** A minimal unifilar machine with its measures and some extra fields. E takes longest, so it is computed on first access. */
export function summarize<Extra extends object>(graph: Graph, extra: Extra): EpsilonMachine & Extra {
  const shares = stationary(graph.ways);
  const rows = graph.ways.map((list) => bits(list.map(({ probability }) => probability)));
  const entropyRate = sum(rows, (row, s) => row * (shares[s] as number));
  let known: Excess | undefined;
  const found = () => {
    known ??= excess(graph, shares, entropyRate);
    return known;
  };
  return {
    states: graph.names.map((name, s) => ({ name, probability: shares[s] as number })),
    transitions: graph.ways.flatMap((list, s) =>
      list.map(({ symbol, to, probability }) => ({
        from: graph.names[s] as string,
        symbol: graph.symbols[symbol] as string | number,
        to: graph.names[to] as string,
        probability,
      })),
    ),
    symbols: graph.symbols,
    entropyRate,
    statisticalComplexity: bits(shares),
    get excessEntropy() {
      return found().excessEntropy;
    },
    get excessEntropyError() {
      return found().excessEntropyError;
    },
    ...extra,
  };
}

type Excess = Pick<EpsilonMachine, "excessEntropy" | "excessEntropyError">;

/**
 * E = sum over L of (h_L - h), h_L the entropy of a symbol after L known ones. The remainder after L terms is the information of the state about
 * the future beyond the word seen, so at most the entropy of the state given the word. The sum ends when that is 0.
 */
function excess(graph: Graph, shares: readonly number[], entropyRate: number): Excess {
  let [sum, length] = [0, 0];
  for (const { next, state, count } of mixedStates(graph, shares)) {
    if (state < rounding || count > limits.count || length === limits.length) {
      return { excessEntropy: sum, excessEntropyError: state };
    }
    sum += next - entropyRate;
    length++;
  }
  return { excessEntropy: sum, excessEntropyError: 0 };
}

/** Kinds of the fields of a transition, for their check. */
const transitionKinds: Kinds<LabelledTransition> = { from: "text", symbol: "any", to: "text", probability: "number" };

/** A machine as numbers, from its transitions. */
export function graphOf(caller: string, transitions: EpsilonMachine["transitions"]): Graph {
  requireList(caller, "transitions", transitions, "an array of { from, symbol, to, probability }");
  for (let i = 0; i < transitions.length; i++) {
    partsOf(caller, transitions[i] as LabelledTransition, transitionKinds, `transitions[${i}]`);
  }
  const names = [...new Set(transitions.flatMap(({ from, to }) => [from, to]))];
  const letters = alphabet(caller, "rows");
  for (const [i, { symbol }] of transitions.entries()) letters.place(symbol, () => `the symbol of transition ${i}`);
  const { symbols } = letters;
  if (names.length === 0) throw new RangeError(`${caller}: no transitions, needs at least one`);
  const ways = names.map((name) =>
    transitions
      .filter(({ from, probability }) => from === name && probability !== 0)
      .map(({ symbol, to, probability }) => {
        if (!(probability > 0 && probability <= 1 + 1e-9)) {
          throw new RangeError(`${caller}: probability ${probability} from state ${name}, needs a number from 0 to 1`);
        }
        return { symbol: symbols.indexOf(symbol), to: names.indexOf(to), probability };
      }),
  );
  for (const [s, list] of ways.entries()) {
    const total = sum(list, ({ probability }) => probability);
    if (!(Math.abs(total - 1) <= 1e-9)) {
      throw new RangeError(`${caller}: probabilities from state ${names[s]} add up to ${total}, need 1`);
    }
  }
  return { symbols, names, ways };
}
