import { finding, type Finding } from '../finding';
import { called, type Material } from '../material';
import { candidatesOf, evidenceOf, type OwnCandidate } from './of-material';

/** Whether an address stands for none, as where the browser hides the base (RFC 8839, 5.1). */
const isHidden = (address: string | null) =>
	address === null || /^(?:0\.0\.0\.0|::)$/.test(address);

/**
 * Server-reflexive candidates of one socket to which a NAT has given several ports, one for each server that was asked
 * (RFC 4787, 4.1, address-dependent mapping); none where that is not seen.
 */
export function mappedApart(all: readonly OwnCandidate[]): readonly OwnCandidate[] {
	const byBase = new Map<string, OwnCandidate[]>();
	for (const one of all) {
		const { type, component, transport, relatedAddress, relatedPort } = one.candidate;
		if (type !== 'srflx' || isHidden(relatedAddress) || !relatedPort) continue;
		const base = [component, transport.toLowerCase(), relatedAddress, relatedPort].join(' ');
		byBase.set(base, [...(byBase.get(base) ?? []), one]);
	}
	const portsOf = (some: readonly OwnCandidate[]) =>
		new Set(some.map(({ candidate }) => candidate.port)).size;
	return [...byBase.values()].find((some) => portsOf(some) > 1) ?? [];
}

/** What such candidates tell, to stand behind who it is of. */
export const apartInWords = (apart: readonly OwnCandidate[]): string =>
	`behind a NAT that shows each server another port (${[...new Set(apart.map(({ candidate }) => candidate.port))].slice(0, 4).join(', ')} for one socket)`;

/** A NAT that shows each destination another port, as the candidates of one side tell. */
export function mapping(material: Material): Finding | null {
	const all = candidatesOf(material);
	const apart = mappedApart(all);
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
