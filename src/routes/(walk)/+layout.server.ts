import { acts, slides } from '$lib/deck';

export function load() {
	return { acts, slides };
}
