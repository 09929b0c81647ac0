// Cells whose outputs depend on the last digits of exp and sin, which are each engine's own: what they say holds in every
// browser, but not their digits. Notebook, cell, why.
export const chaotic: Readonly<Record<string, Readonly<Record<string, string>>>> = {};
