/** The paths of the walk: the first page, the walk without a slide, and each of its slides. */
export const match = (path: string) => /^(?:walk(?:\/[^/]+)?)?$/.test(path);
