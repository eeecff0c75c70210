import type { NatBehaviour } from './behaviour';
import { otherSide, SIDES } from './packet';
import type { Call, Outcome } from './simulate';
import { HE, HIM, HIS, NAME } from './words';

/** Why a call comes about as it does, or does not: in a sentence or two. */
export function whyOf(call: Call, { selected, connected }: Outcome): string {
	const open = SIDES.filter((side) => call[side] === null);
	const isRelayed =
		selected !== null && [selected.john.local, selected.john.remote].includes('relay');
	if (isRelayed) {
		return `${whyNotDirect(call)} But the relay has one address for all, and each side opens its own NAT by sending to it.`;
	}
	if (!connected) return whyNotDirect(call);
	if (call.isShared) {
		return 'Both are in one network: each reaches the other at the address of the machine itself.';
	}
	if (open.length === 2) return 'Both have public addresses: nothing stands between them.';
	if (open.length === 1) {
		const there = open[0]!;
		const here = otherSide(there);
		const seen = selected![there].remote === 'prflx' ? `, which makes it prflx` : '';
		return `Anybody can send to ${NAME[there]}. ${NAME[here]}’s check goes out through ${HIS[here]} NAT, the answer comes back the same way, and ${NAME[there]} sees which address and port ${HE[here]} has outside${seen}.`;
	}
	return whyDirect(call);
}

const isOneForAll = (nat: NatBehaviour | null) => nat?.mapping === 'endpoint-independent';

/** Through two NATs, without a relay. */
function whyDirect(call: Call): string {
	const changing = SIDES.filter((side) => !isOneForAll(call[side]));
	if (changing.length === 0) {
		return 'Each NAT has one address and port outside for all, and STUN has told it. A check that goes out opens the own NAT for the other’s.';
	}
	if (changing.length === 2) {
		return 'Each NAT has another port towards the other than towards STUN, and yet lets in what comes to it. So each learns the other’s port from a check.';
	}
	const here = changing[0]!;
	const there = otherSide(here);
	const asks =
		call[there]!.filtering === 'endpoint-independent'
			? 'it lets in anybody'
			: `it asks for the address alone, to which ${HE[there]} has sent`;
	return `${NAME[here]}’s NAT has another port towards ${NAME[there]} than the one that STUN saw. ${NAME[there]}’s NAT lets ${HIM[here]} in all the same: ${asks}. So ${NAME[there]} learns the port from ${HIS[here]} check.`;
}

/** Why no check gets through, without a relay. */
function whyNotDirect(call: Call): string {
	if (call.servers === 'none') {
		return 'Each knows the private address of the other, which leads nowhere outside its own network, and nobody has told any other. So no check arrives, whatever the NATs let in.';
	}
	const changing = SIDES.filter((side) => !isOneForAll(call[side]));
	if (changing.length === 2) {
		return 'Each NAT has another port towards the other than the one that STUN saw, and lets in only what was sent to. Neither can send to a port that nobody could tell.';
	}
	const here = changing[0] ?? 'john';
	const there = otherSide(here);
	return `${NAME[here]}’s NAT has another port towards ${NAME[there]} than the one that STUN saw. ${NAME[there]}’s NAT lets in only ports that ${HE[there]} has sent to, and nobody could tell ${HIM[there]} that one.`;
}
