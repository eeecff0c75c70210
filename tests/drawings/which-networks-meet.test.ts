import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { KINDS, matrix } from '../../src/lib/nat';
import WhichNetworksMeet from '../../src/lib/ui/drawings/WhichNetworksMeet.svelte';

const { body } = render(WhichNetworksMeet);
const parts = (role: string) =>
	[...body.matchAll(new RegExp(`<g role="${role}">(.*?)</g>`, 'gs'))].map(([, inside]) =>
		[...inside!.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text!).join(' ')
	);

describe('the drawing of which networks can meet', () => {
	it('has a heading for each kind, beside and above', () => {
		const names = ['none', 'full cone', 'restricted', 'port- restricted', 'symmetric'];
		expect(parts('columnheader')).toEqual(names);
		expect(parts('rowheader')).toEqual(names);
	});

	it('has in each cell what the simulation with STUN comes to', () => {
		const simulated = matrix('stun', KINDS)
			.flat()
			.map(({ outcome: { selected } }) =>
				selected ? `${selected.john.local} ${selected.john.remote}` : 'no call'
			);
		expect(parts('cell')).toEqual(simulated);
		expect(simulated.filter((cell) => cell === 'no call')).toHaveLength(3);
	});

	it('says that it is simulated, in its name and in sight', () => {
		expect(body).toMatch(/<title[^>]*>Simulated: /);
		expect(body).toMatch(/>Simulated, with a STUN server\./);
	});
});
