import { error } from '@sveltejs/kit';
import { PROGRAMS, program } from '$lib/deck/program';

export const prerender = true;

export function entries() {
	return Object.keys(PROGRAMS).map((name) => ({ name }));
}

export function GET({ params }) {
	const sources = PROGRAMS[params.name as keyof typeof PROGRAMS];
	if (!sources) error(404, `There is no program "${params.name}".`);
	return new Response(program(sources), {
		headers: { 'content-type': 'text/html; charset=utf-8' }
	});
}
