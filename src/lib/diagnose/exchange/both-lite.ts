import { finding, lines, type Finding } from '../finding';
import type { Exchange } from './exchange';

/** Two ends that only answer checks: nobody begins (RFC 8445, 2.5 and 6.1.1). */
export function bothLite({ offer, answer }: Exchange): Finding | null {
	const lite = [offer, answer].map(({ description }) => description.session.attribute('ice-lite'));
	if (lite.some((line) => line === undefined)) return null;
	return finding({
		id: 'ice.both-lite',
		severity: 'will bite',
		claim: 'Both sides are ICE lite: neither of them sends checks.',
		because: [offer, answer].flatMap(({ of, description }) =>
			lines(of, [description.session.attribute('ice-lite')])
		),
		todo: 'Let one of them do full ICE: lite is for servers with a public address, towards clients.',
		source: 'RFC 8445, 2.5'
	});
}
