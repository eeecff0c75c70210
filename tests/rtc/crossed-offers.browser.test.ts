import { describe, expect, it, onTestFinished } from 'vitest';
import { crossOffers, type CrossingEnd, type Happening } from '../../src/lib/rtc/crossed-offers';
import { PEER_NAMES, type PeerName } from '../../src/lib/trace';

type Polite = Readonly<Record<PeerName, boolean>>;

/** Lets offers cross, to the end. */
function crossing(polite: Polite): Promise<{ end: CrossingEnd; happened: Happening[] }> {
	const happened: Happening[] = [];
	return new Promise((resolve) => {
		const { stop } = crossOffers(
			polite,
			(one) => happened.push(one),
			(end) => resolve({ end, happened })
		);
		onTestFinished(stop);
	});
}

const deedsOf = (happened: Happening[], peer: PeerName) =>
	happened.filter((one) => one.peer === peer).map(({ deed, state }) => `${deed}: ${state}`);

describe('two offers that cross', () => {
	it.each(PEER_NAMES)('become one call where %s alone is polite', async (polite) => {
		const impolite = polite === 'john' ? 'jane' : 'john';
		const { end, happened } = await crossing({
			john: polite === 'john',
			jane: polite === 'jane'
		});
		expect(end).toBe('agreed');
		expect(deedsOf(happened, impolite)).toEqual([
			'offers: have-local-offer',
			'ignores: have-local-offer',
			'agrees: stable',
			'takes: have-remote-offer',
			'answers: stable'
		]);
		expect(deedsOf(happened, polite)).toEqual([
			'offers: have-local-offer',
			'gives way: have-remote-offer',
			'answers: stable',
			'offers: have-local-offer',
			'agrees: stable'
		]);
	});

	it('wait for each other for ever where nobody is polite', async () => {
		const { end, happened } = await crossing({ john: false, jane: false });
		expect(end).toBe('stuck');
		for (const peer of PEER_NAMES) {
			expect(deedsOf(happened, peer)).toEqual([
				'offers: have-local-offer',
				'ignores: have-local-offer'
			]);
		}
	});

	it('are both taken back where both are polite, and an answer comes for nothing', async () => {
		const { end, happened } = await crossing({ john: true, jane: true });
		expect(end).toBe('refused');
		for (const peer of PEER_NAMES) {
			expect(deedsOf(happened, peer).slice(0, 2)).toEqual([
				'offers: have-local-offer',
				'gives way: have-remote-offer'
			]);
		}
		// It finds no offer that it could answer, or the next one, which it does not.
		expect(happened.at(-1)).toMatchObject({
			deed: 'is refused',
			error: expect.stringMatching(/^(InvalidState|InvalidAccess)Error: \S/)
		});
	});

	it('say nothing more once they are stopped', async () => {
		const happened: Happening[] = [];
		const { stop } = crossOffers(
			{ john: false, jane: true },
			(one) => {
				happened.push(one);
				stop();
			},
			() => expect.unreachable()
		);
		await expect.poll(() => happened.length).toBe(1);
		await crossing({ john: false, jane: true });
		expect(happened).toHaveLength(1);
	});
});
