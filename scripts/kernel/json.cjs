// The compiler writes and reads JSON. A cell that replaces JSON's functions must not take the compiler along, or not even
// the cell that puts them back could be read.
const { parse, stringify } = JSON;

/** Does work with JSON's own functions, and puts back what a cell has made of them. @template T @param {() => T} work */
function withOwnJson(work) {
  const { parse: theirParse, stringify: theirStringify } = JSON;
  if (theirParse === parse && theirStringify === stringify) return work();
  Object.assign(JSON, { parse, stringify });
  try {
    return work();
  } finally {
    Object.assign(JSON, { parse: theirParse, stringify: theirStringify });
  }
}

module.exports = { withOwnJson };
