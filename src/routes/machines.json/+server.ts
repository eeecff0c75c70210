import { json } from '@sveltejs/kit';
import { peerMachine } from '$lib/call/peer-machine';
import { walkMachine } from '$lib/call/walk-machine';
import { layoutMachine } from '$lib/ui/machine/layout';
import type { MachineLayouts } from '$lib/ui/machine/picture';

export const prerender = true;

/** The pictures of the machines, laid out while the site is built. */
export async function GET() {
	const pictures: MachineLayouts = {
		walk: await layoutMachine(walkMachine),
		peer: await layoutMachine(peerMachine)
	};
	return json(pictures);
}
