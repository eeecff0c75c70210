import { error } from '@sveltejs/kit';
import { ALL_PROGRAMS } from '$lib/deck/program';

export const prerender = true;

export function entries() {
	return Array.from(ALL_PROGRAMS.keys(), (name) => ({ name }));
}

export function GET({ params }) {
	const program = ALL_PROGRAMS.get(params.name);
	if (!program) error(404, `There is no program "${params.name}".`);
	return new Response(program(), {
		headers: { 'content-type': 'text/html; charset=utf-8' }
	});
}
