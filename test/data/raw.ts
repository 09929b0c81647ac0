/**
 * Folder of the publishers' files, which are no part of a clone. Two tests read them again, the one of the importers and the one of
 * the Python readers, and are made only where the variable names that folder: what cannot run here does not count as skipped.
 */
export const raw: string | undefined = process.env.EMERGENCE_RAW_DATA || undefined;
