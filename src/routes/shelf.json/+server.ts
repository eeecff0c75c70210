import { json } from '@sveltejs/kit';
import { shelf } from '$lib/deck';

export const prerender = true;

/** What is said of all lessons, for whoever looks for another one. */
export const GET = () => json(shelf);
