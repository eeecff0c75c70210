import type { PeerName } from '$lib/trace';
import { valueOf, type FollowedValue } from '$lib/trace/values';
import { priorityArithmetic } from '$lib/ice';
import type { AssembledCheck } from '$lib/stun';
import type { MatrixCandidate } from '$lib/trace/pair-ends';

/** Where the value of a field comes from, in this call. */
export interface Origin {
	/** In a sentence or two. */
	readonly says: string;
	/** What it was made of: what each is, and the value to follow. */
	readonly values: readonly { readonly what: string; readonly value: FollowedValue }[];
}

const NAMES: Record<PeerName, string> = { john: 'John', jane: 'Jane' };

type Values = Origin['values'];

const value = (what: string, found: FollowedValue | null): Values =>
	found === null ? [] : [{ what, value: found }];

const endOf = (candidate: MatrixCandidate): Values => [
	...value('address', valueOf('address', candidate.known?.candidate?.address ?? '')),
	...value('port', valueOf('port', `${candidate.port ?? ''}`))
];

const ORIGINS: Readonly<Record<string, (check: AssembledCheck) => Origin>> = {
	'transaction ID': () => ({
		says: 'Drawn here. The browser draws one for each check, and shows it to no page.',
		values: []
	}),
	USERNAME: ({ from, to, check }) => ({
		says: `${NAMES[to]}’s ufrag first, for it is ${NAMES[to]} who reads it; then ${NAMES[from]}’s.`,
		values: [
			...value(`${NAMES[to]}’s ufrag`, valueOf('ufrag', check.receiver)),
			...value(`${NAMES[from]}’s ufrag`, valueOf('ufrag', check.sender))
		]
	}),
	PRIORITY: ({ from, local, check }) => ({
		says: `${NAMES[from]}’s candidate ${local.label} has ${local.priority} = ${priorityArithmetic(local.priority!)}. With the type preference of a peer-reflexive candidate, 110, that is ${check.priority}: so the other side ranks the address if it has not heard of it.`,
		values: endOf(local)
	}),
	'ICE-CONTROLLING': role,
	'ICE-CONTROLLED': role,
	'USE-CANDIDATE': ({ from }) => ({
		says: `${NAMES[from]} is controlling, and this pair is the selected one. A browser may say so in its first check or in a later one.`,
		values: []
	}),
	'MESSAGE-INTEGRITY': ({ to, check }) => ({
		says: `The key is the password of whom the request goes to: ${NAMES[to]}’s a=ice-pwd. It is never sent itself in a check, and the answer is signed with the same one.`,
		values: value(`${NAMES[to]}’s password`, valueOf('password', check.password))
	}),
	FINGERPRINT: () => ({ says: 'Computed from all bytes before it.', values: [] }),
	'XOR-MAPPED-ADDRESS': ({ from, source, local }) => ({
		says: source
			? `${NAMES[from]}’s own address, as the other side sees it. It is the one of ${local.label}, so nothing stands between the two that changes addresses.`
			: `The browser hides ${NAMES[from]}’s address from this page. One of those set aside for examples stands in its place.`,
		values: endOf(local)
	})
};

function role({ from, check }: AssembledCheck): Origin {
	const made = check.role === 'controlling' ? 'made the offer' : 'answered';
	return {
		says: `${NAMES[from]} ${made}, and so is ${check.role}. The 64 bits are drawn here; the browser’s own are shown to no page.`,
		values: []
	};
}

/** Where the value of a field comes from; null where it is the same in every message. */
export const originOf = (field: string, check: AssembledCheck): Origin | null =>
	ORIGINS[field]?.(check) ?? null;
