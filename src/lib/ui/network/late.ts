/*
 * What leads to the settings of the network. It is so small that a page which only may open them carries next to
 * nothing for it: what they need is listed here, not there.
 */
import type { Component } from 'svelte';

/** @throws the reason why it could not be fetched */
export const component = async (): Promise<Component> => (await import('./Network.svelte')).default;
