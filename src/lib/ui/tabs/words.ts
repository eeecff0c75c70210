import type { SeatView } from '$lib/tabs/company';

/** Where a peer is, in a few words. */
export function whereabouts({ by, doing }: SeatView): string {
	if (by === 'nobody') return 'the seat is empty';
	if (by === 'this') return 'in this tab';
	return doing === 'working'
		? 'in another tab, working'
		: doing === 'away'
			? 'in another tab, in the background'
			: 'in another tab, reading';
}
