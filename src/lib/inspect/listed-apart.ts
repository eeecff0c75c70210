import { areTwo, isVersion, type ExchangePlaces, type Party } from './open-offers';

/** A description as somebody listed it. */
interface Listed {
	readonly party: Party;
	readonly type: string | null;
}

/**
 * Exchanges of one connection that were listed apart: all of its offers, and behind them as many answers, each
 * list in the order of its versions (RFC 8866, 5.2). The first answers the first: no connection leaves an offer
 * open while it makes another one (RFC 9429, 4.1.8).
 * @param listed the descriptions in the order in which they were found
 */
export function exchangesListedApart(listed: readonly Listed[]): ExchangePlaces[] {
	const runs = runsOf(listed);
	return runs.flatMap((offers, at): ExchangePlaces[] => {
		const answers = runs[at + 1];
		const isList = offers.length > 1 && offers[0]!.type === 'offer';
		if (!isList || answers?.[0]!.type !== 'answer' || answers.length !== offers.length) return [];
		if (!areTwo(offers[0]!.party, answers[0]!.party)) return [];
		return offers.map(({ party }, place) => [party.at, answers[place]!.party.at]);
	});
}

/** Descriptions that follow each other as ever later versions of one, and are of one type. */
function runsOf(listed: readonly Listed[]): Listed[][] {
	const runs: Listed[][] = [];
	for (const one of listed) {
		const last = runs.at(-1);
		const before = last?.at(-1);
		const goesOn =
			before !== undefined &&
			before.type === one.type &&
			isVersion(before.party, one.party) &&
			versionOf(one.party) > versionOf(before.party);
		if (goesOn) last!.push(one);
		else runs.push([one]);
	}
	return runs;
}

/** The version in the origin of a description; 0 without a number. */
function versionOf({ sdp }: Party): bigint {
	const version = /^o=\S+ \S+ (\d{1,20}) /m.exec(sdp)?.[1];
	return BigInt(version ?? 0);
}
