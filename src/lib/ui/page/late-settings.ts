/*
 * What leads to the settings. It is so small that a page, on which they only may be opened, carries next to nothing for
 * them: what they need is listed here, not there.
 */

/** What is chosen there. @throws the reason why it could not be fetched */
export const choices = async () => (await import('./Choices.svelte')).default;

/** What connections are made with. @throws the same */
export const network = async () => (await import('../network/Network.svelte')).default;
