import type { SeatView } from '$lib/tabs/company';

/** A version of the site, as its builder named it: by default the time at which it was built, in ms. */
export function versionWords(site: string): string {
	const time = /^\d{13}$/.test(site) ? new Date(Number(site)) : null;
	if (time === null) return `“${site}”`;
	const written = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });
	return `built on ${written.format(time)}`;
}

/** How it is said where somebody is, by what each of them is on. */
export function whereWords(place: 'tab' | 'machine') {
	const at = place === 'tab' ? 'in' : 'on';
	return {
		here: `${at} this ${place}`,
		elsewhere: `${at} another ${place}`,
		there: `${at} the other ${place}`
	};
}

const wordsAt = ({ isFar }: SeatView) => whereWords(isFar ? 'machine' : 'tab');

/** Where a peer is, in a few words. */
export function whereabouts(seat: SeatView): string {
	const { by, doing } = seat;
	const { here, elsewhere } = wordsAt(seat);
	if (by === 'nobody') return 'the seat is empty';
	if (by === 'this') return here;
	if (doing === null) return elsewhere;
	if (doing === 'silent') return `${elsewhere}, which does not answer`;
	return `${elsewhere}, ${doing === 'away' ? 'in the background' : doing}`;
}

/** Why a peer has no picture here, though it has one. */
export function pictureWhereabouts(seat: SeatView): string {
	if (seat.by !== 'nobody') return wordsAt(seat).there;
	return `gone with its ${seat.isFar ? 'page' : 'tab'}`;
}
