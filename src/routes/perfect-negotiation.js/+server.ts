import { javaScriptOf } from '$lib/deck/javascript';
import module from '$lib/rtc/perfect-negotiation.ts?raw';

export const prerender = true;

/** The program of the lesson on glare, to be imported by whoever needs it. */
export function GET() {
	return new Response(javaScriptOf(module), {
		headers: { 'content-type': 'text/javascript; charset=utf-8' }
	});
}
