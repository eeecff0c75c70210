import type { Step } from '../step';

/** Somebody between the two writes another first digit (RFC 8826, 4.3.2: what signaling may do). */
export const fingerprintIsAltered: Step = {
	id: 'fingerprint-is-altered',
	async jane({ wire }) {
		await wire.alter('description', ({ type, sdp = '' }) => ({
			type,
			sdp: sdp.replace(
				/(a=fingerprint:\S+ )(.)/g,
				(_, name, digit) => name + (digit === '0' ? '1' : '0')
			)
		}));
	}
};
