import { describeAddress, parseCandidate, type AddressScope, type Candidate } from '../../ice';
import type { Line } from '../../sdp';
import type { Evidence } from '../finding';
import * as ofScope from '../ice/scopes';
import type { Material } from '../material';

/** A candidate of a description, or of those that came beside it. */
export interface OwnCandidate {
	readonly candidate: Candidate;
	readonly scope: AddressScope;
	/** The line that it stands in; null for one that was trickled. */
	readonly line: Line | null;
	readonly text: string;
}

/** What a person puts in brackets in the place of an address, where it has several words. */
const BRACKETED = /[[({<][^[\](){}<>]{1,60}[\])}>]/g;

/** A candidate in which a mask of several words is one, as an address is. */
const inOneWord = (text: string) => text.replace(BRACKETED, (mask) => mask.replace(/\s+/g, '-'));

const known = new WeakMap<Material, readonly OwnCandidate[]>();

/** The candidates of a description that can be read, in order; found once. */
export function candidatesOf(material: Material): readonly OwnCandidate[] {
	let found = known.get(material);
	if (found === undefined) {
		const { description, trickled } = material;
		const written = [description.session, ...description.sections].flatMap((section) =>
			section.attributes('candidate').map((line) => ({ text: line.text, line }))
		);
		const all = [...written, ...trickled.map((text) => ({ text, line: null }))];
		found = all.flatMap(({ text, line }) => {
			const candidate = parseCandidate(text).candidate ?? parseCandidate(inOneWord(text)).candidate;
			if (candidate === null) return [];
			return [{ candidate, scope: describeAddress(candidate.address).scope, line, text }];
		});
		known.set(material, found);
	}
	return found;
}

/** At most so many candidates are named for one finding. */
const MOST = 4;

/** Candidates as evidence. */
export function evidenceOf(of: string, candidates: readonly OwnCandidate[]): Evidence[] {
	return candidates
		.slice(0, MOST)
		.map(({ line, text }) =>
			line === null
				? { kind: 'fact', text }
				: { kind: 'line', of, number: line.number, text: line.text }
		);
}

/** Whether its address is of use only inside its own network. */
export const isInside = ({ scope }: OwnCandidate) => ofScope.isInside(scope);

/** Whether it is for UDP (RFC 8839, 5.1 compares without case). */
export const isUdp = ({ candidate }: OwnCandidate) => candidate.transport.toLowerCase() === 'udp';

/** Whether a candidate says that a server found or gave it: server reflexive or relayed. */
export const isFromServer = ({ candidate }: OwnCandidate) =>
	candidate.type === 'srflx' || candidate.type === 'relay';

/** The addresses of candidates, each once, in words. */
export function addressesOf(candidates: readonly OwnCandidate[]): string {
	const all = [...new Set(candidates.map(({ candidate }) => candidate.address.slice(0, 60)))];
	const shown = all.slice(0, 3).join(', ');
	return all.length > 3 ? `${shown} and ${all.length - 3} more` : shown;
}
