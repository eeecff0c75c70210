import { describeAddress, parseCandidate, type AddressScope, type Candidate } from '../../ice';
import type { Line } from '../../sdp';
import type { Evidence } from '../finding';
import * as ofScope from '../ice/scopes';
import type { Material } from '../material';
import { isImpossibleAddress } from './impossible';

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

/** The candidates of a description: those that can be read, and the texts of the others. */
interface Candidates {
	readonly read: readonly OwnCandidate[];
	readonly unread: readonly string[];
}

const known = new WeakMap<Material, Candidates>();

/** All candidates of a description; found once. */
function allOf(material: Material): Candidates {
	const former = known.get(material);
	if (former !== undefined) return former;
	const { description, trickled } = material;
	const written = [description.session, ...description.sections].flatMap((section) =>
		section.attributes('candidate').map((line) => ({ text: line.text, line }))
	);
	const [read, unread]: [OwnCandidate[], string[]] = [[], []];
	for (const { text, line } of [...written, ...trickled.map((text) => ({ text, line: null }))]) {
		const candidate = parseCandidate(text).candidate ?? parseCandidate(inOneWord(text)).candidate;
		// The empty one says that there are no more.
		if (candidate === null) unread.push(...(text === '' ? [] : [text]));
		else read.push({ candidate, scope: scopeOf(candidate.address), line, text });
	}
	const found = { read, unread };
	known.set(material, found);
	return found;
}

/** No device has an IPv4 address with a number above 255: whoever wrote it hides one. */
const scopeOf = (address: string): AddressScope =>
	isImpossibleAddress(address) ? 'masked' : describeAddress(address).scope;

/** The candidates of a description that can be read, in order. */
export const candidatesOf = (material: Material): readonly OwnCandidate[] => allOf(material).read;

/** The candidates that cannot be read: where there are some, nothing is known of all. */
export const unreadOf = (material: Material): readonly string[] => allOf(material).unread;

/** Whether nothing can be said of all candidates of some descriptions: there are some that cannot be read. */
export const hasUnread = (...all: readonly Material[]): boolean =>
	all.some((material) => unreadOf(material).length > 0);

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
