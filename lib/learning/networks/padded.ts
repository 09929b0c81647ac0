/** Width of a row in memory: whole blocks of eight, as the product of matrices reads them. */
export const padded = (width: number): number => Math.ceil(width / 8) * 8;
