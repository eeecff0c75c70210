import { finding, type Finding } from '../finding';
import { apartInWords, mappedApart } from '../ice/mapped-apart';
import { called, type Material } from '../material';
import { candidatesOf, evidenceOf, hasUnread, type OwnCandidate } from './of-material';

/** Whether an address stands for none, as where the browser hides the base (RFC 8839, 5.1). */
const isHidden = (address: string | null) =>
	address === null || /^(?:0\.0\.0\.0|::)$/.test(address);

/** The candidates of one socket that a NAT has mapped apart. */
export function apartOf(all: readonly OwnCandidate[]) {
	return mappedApart(
		all.map((one) => {
			const { type, component, transport, port, relatedAddress, relatedPort } = one.candidate;
			const isKnown = type === 'srflx' && !isHidden(relatedAddress) && Boolean(relatedPort);
			const base = [component, transport.toLowerCase(), relatedAddress, relatedPort].join(' ');
			return { ...one, port, base: isKnown ? base : null };
		})
	);
}

/** A NAT that shows each destination another port, as the candidates of one side tell. */
export function mapping(material: Material): Finding | null {
	const all = candidatesOf(material);
	const apart = apartOf(all);
	if (hasUnread(material)) return null;
	if (apart.length === 0 || all.some(({ candidate }) => candidate.type === 'relay')) return null;
	return finding({
		id: 'ice.mapped-apart',
		claim: `Whoever made this ${called(material)} is ${apartInWords(apart)}, so the other side most likely sees yet another. A call comes of it only where the other side takes packets from any address.`,
		because: evidenceOf(material.of, apart),
		todo: 'Have a TURN server in iceServers: where one side has a relay, its address holds for both.',
		source: 'RFC 4787, 4.1; RFC 8656, 1',
		isCertain: false
	});
}
