/** The paths of the walk: the first page, the walk without a slide, and each slide of each lesson. */
export const match = (path: string) => /^(?:walk(?:\/[^/]+){0,2})?$/.test(path);
