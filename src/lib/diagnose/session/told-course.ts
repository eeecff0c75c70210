import { finding, type Evidence, type Finding } from '../finding';
import { meaningOf } from '../turn/errors';

/** What a page or a log tells of how a call went, each with its line in what was pasted. */
export interface ToldCourse {
	readonly errors: readonly {
		readonly code: number;
		readonly url: string | null;
		readonly line: number;
	}[];
	readonly states: readonly { readonly state: string; readonly line: number }[];
}

const isUp = (state: string) => state === 'connected' || state === 'completed';
const fact = (line: number, text: string): Evidence => ({
	kind: 'fact',
	text: `line ${line}: ${text}`
});

/**
 * What a text says itself of a call: that it failed, and what STUN and TURN servers answered. Nothing
 * where it says that there is a connection in the end.
 * @param hasRelay whether it has a relayed candidate
 */
export function toldCourse({ errors, states }: ToldCourse, hasRelay: boolean): Finding[] {
	const last = states.at(-1);
	const failed = states.findLast(({ state }) => state === 'failed');
	// What was connected again, or is, did not fail for good.
	const isLost = failed !== undefined && (last?.state === 'failed' || last?.state === 'closed');
	if (states.some(({ state }) => isUp(state)) && !isLost) return [];
	const wasUp = states.some(({ state }) => isUp(state));
	return [
		...(isLost ? [failure(failed.line, wasUp)] : []),
		...serverErrors(errors, hasRelay || wasUp)
	];
}

function failure(line: number, wasUp: boolean): Finding {
	return finding({
		id: 'ice.told-failed',
		severity: 'breaks the call',
		claim: wasUp
			? 'What was pasted says itself that the connection, once there, became failed.'
			: 'What was pasted says itself that the connection failed and never came about.',
		because: [fact(line, 'failed')],
		todo: 'Paste a whole dump (chrome://webrtc-internals, “Create Dump”): it tells which checks were sent, and which were answered.',
		source: 'webrtc-pc, 4.3.3; RFC 8445, 8.1.2'
	});
}

/** One finding for each server and each kind of error. */
function serverErrors(errors: ToldCourse['errors'], isHarmless: boolean): Finding[] {
	const found = new Map<string, Finding>();
	for (const { code, url, line } of errors) {
		const server = url ?? 'a server of iceServers';
		const isTurn = /^turns?:/i.test(server);
		const { id, refusal, todo, source } = meaningOf({ code, isTurn });
		const key = `${id} ${server}`;
		if (found.has(key)) continue;
		found.set(
			key,
			finding({
				id,
				severity: isTurn && !isHarmless ? 'will bite' : 'worth knowing',
				claim: `The ${isTurn ? 'TURN' : 'STUN'} server ${server.slice(0, 80)} ${refusal}.${isTurn && !isHarmless ? ' There is no relay from it.' : ''}`,
				because: [fact(line, `icecandidateerror ${code}`)],
				todo,
				source
			})
		);
	}
	return [...found.values()];
}
