import type { FoundCandidate } from './find-candidates';
import type { FoundDescription } from './find-descriptions';
import { sideAt, type Side } from './sides';

/** For each candidate the places of the descriptions that it belongs to; none where that is not known. */
export type Owners = readonly (readonly number[])[];

type Described = Pick<FoundDescription, 'sdp' | 'type' | 'start'>;
type Loose = Pick<FoundCandidate, 'text' | 'usernameFragment' | 'start'> &
	Partial<Pick<FoundCandidate, 'side'>>;

/**
 * Whose the candidates are that stand beside descriptions: by the user name fragment that both name
 * (RFC 8839, 5.4; RFC 8838, 11.3), else by an address that one side alone has, else by words that tell
 * what was sent and what came.
 */
export function ownersOf(
	text: string,
	descriptions: readonly Described[],
	candidates: readonly Loose[]
): Owners {
	const ufrags = descriptions.map(({ sdp }) => ufragsIn(sdp));
	const addresses = descriptions.map(({ sdp }) => addressesIn(sdp));
	const sides = sidesOf(text, descriptions);
	const followed = followedBy(descriptions, candidates);
	return candidates.map((one) => {
		const all = [...descriptions.keys()];
		if (one.usernameFragment !== null) {
			return all.filter((at) => ufrags[at]!.has(one.usernameFragment!));
		}
		if (descriptions.length === 1) return all;
		const own = addressesOf(one.text);
		const known = all.filter((at) => own.some((address) => addresses[at]!.has(address)));
		if (known.length > 0 && new Set(known.map((at) => descriptions[at]!.type)).size === 1) {
			return known;
		}
		const side = one.side ?? (one.start === null ? null : sideAt(text, one.start));
		const told = side === null ? [] : all.filter((at) => sides[at] === side);
		return told.length > 0 || followed === null ? told : followed(one);
	});
}

/** Where each description has candidates behind it, they are its own; null where that is not so. */
function followedBy(
	descriptions: readonly Described[],
	candidates: readonly Loose[]
): ((one: Loose) => number[]) | null {
	const starts = descriptions.map(({ start }) => start ?? Infinity);
	const before = ({ start }: Loose) =>
		start === null ? -1 : starts.findLastIndex((place) => place < start);
	const headed = new Set(candidates.map(before));
	return descriptions.length > 1 && starts.every((_, at) => headed.has(at))
		? (one) => [before(one)].filter((at) => at !== -1)
		: null;
}

/** On whose side each description is. Of an offer and its answer each is where the other is not. */
function sidesOf(text: string, descriptions: readonly Described[]): (Side | null)[] {
	const told = descriptions.map(({ start }) => (start === null ? null : sideAt(text, start)));
	const ofType = (type: string): Side | null => {
		const sides = new Set(
			told.filter(
				(side, at) => side !== null && (descriptions[at]!.type === 'offer') === (type === 'offer')
			)
		);
		return sides.size === 1 ? ([...sides][0] as Side) : null;
	};
	const [offers, answers] = [ofType('offer'), ofType('answer')];
	// Where both are said to be of one side, the words tell something else.
	if (offers !== null && offers === answers) return descriptions.map(() => null);
	return descriptions.map(({ type }) => {
		const [own, other] = type === 'offer' ? [offers, answers] : [answers, offers];
		return own ?? (other === null ? null : other === 'local' ? 'remote' : 'local');
	});
}

/** Every user name fragment of a description. */
export function ufragsIn(sdp: string): ReadonlySet<string> {
	return new Set([...sdp.matchAll(/^a=ice-ufrag:(\S+)/gm)].map(([, ufrag]) => ufrag!));
}

const NOWHERE = /^(?:0\.0\.0\.0|::|127\.\S*|::1)$/;

/** The addresses at which a side is, of its candidates and of its media. */
function addressesIn(sdp: string): ReadonlySet<string> {
	const all = [
		...[...sdp.matchAll(/^a=candidate:.*/gm)].flatMap(([line]) => addressesOf(line)),
		...[...sdp.matchAll(/^c=IN IP[46] (\S+)/gm)].map(([, address]) => address!)
	];
	return new Set(all.filter((address) => !NOWHERE.test(address)));
}

/** The address of a candidate and that of its base. */
function addressesOf(text: string): string[] {
	const address = /^(?:a=)?candidate:\S{1,80} +\d{1,3} +\S{1,8} +\d{1,12} +(\S{1,256})/.exec(
		text
	)?.[1];
	const related = / raddr (\S{1,256})/.exec(text)?.[1];
	return [address, related].filter((one): one is string => one !== undefined && !NOWHERE.test(one));
}
