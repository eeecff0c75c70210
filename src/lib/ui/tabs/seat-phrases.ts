import type { SeatView } from '$lib/tabs/company';

/** A version of the site, as its builder named it: by default the time at which it was built, in ms. */
export function versionWords(site: string): string {
	const time = /^\d{13}$/.test(site) ? new Date(Number(site)) : null;
	if (time === null) return `“${site}”`;
	const written = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });
	return `built on ${written.format(time)}`;
}

/** How it is said where somebody is, by what each of them is on. */
export const where = (place: 'tab' | 'machine', which: 'this' | 'another' | 'the other') =>
	`${place === 'tab' ? 'in' : 'on'} ${which} ${place}`;

/** Where a peer is, in a few words. */
export function whereabouts({ by, doing, isFar }: SeatView): string {
	if (by === 'nobody') return 'the seat is empty';
	const words = where(isFar ? 'machine' : 'tab', by === 'this' ? 'this' : 'another');
	if (by === 'this' || doing === null) return words;
	if (doing === 'silent') return `${words}, which does not answer`;
	return `${words}, ${doing === 'away' ? 'in the background' : doing}`;
}

/** Why a peer has no picture here, though it has one. */
export const pictureWhereabouts = ({ by, isFar }: SeatView): string =>
	by === 'nobody' ? 'gone with its page' : where(isFar ? 'machine' : 'tab', 'the other');
