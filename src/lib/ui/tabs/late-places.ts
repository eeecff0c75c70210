/*
 * What leads to the places of a call, so small that every page carries next to nothing for them.
 */

/** Who sits where. @throws the reason why it could not be fetched */
export const places = async () => (await import('./Places.svelte')).default;
